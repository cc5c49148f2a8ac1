import type { Rule } from "../config/checker";
import { sourcePath } from "../config/sourced-keys";
import { isOlder } from "../text/release";
import { isMap } from "../text/tree";

/** The settings of a block by the release from which on Alertmanager knows them; those that are older than 0.26 are left out. */
export type Releases = Readonly<Record<string, string>>;

/**
 * Reports settings of a block that the release of Alertmanager does not know yet: it would refuse the whole configuration because of one.
 * The releases are those of https://github.com/prometheus/alertmanager/blob/main/CHANGELOG.md
 */
export function knownFrom(releases: Releases): Rule {
  const settings = Object.entries(releases).flatMap(([release, keys]) => keys.split(" ").map((key) => [key, release] as const));
  return (tree, path, { version, error }) => {
    if (!version || !isMap(tree)) return;
    for (const [key, release] of settings) {
      if (tree[key] === undefined || tree[key] === null || !isOlder(version, release)) continue;
      error(
        sourcePath(tree, path, key),
        `is known to Alertmanager from v${release} on, and the image is ${version.tag}: leave it out, or give a newer image.tag`,
      );
    }
  };
}
