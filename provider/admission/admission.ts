import type { DerivedObject } from "../derived";
import { joinPath, type Report } from "../world/issues";
import type { CustomResource } from "../world/objects";
import { type Refusal, refusals } from "./refusals";

/** A refusal and its source. */
interface Found extends Refusal {
  readonly objects: readonly string[];
}

/**
 * Reports derived objects that a cluster would refuse, before anything is applied: the same problem of several objects once, at the field that the
 * refused text comes from. A refusal by server-side apply alone is a warning, since manifests may be applied in other ways.
 */
export function checkAdmission(objects: readonly DerivedObject[], { metadata, spec }: CustomResource, report: Report): void {
  const all = findAll(objects);
  const tooLong = all.filter((found) => longestName(found, metadata.name) > 0);
  reportLongName(tooLong, metadata.name, report);
  for (const { by, path, message, value, objects: refused } of all.filter((found) => !tooLong.includes(found))) {
    const text = `makes ${refused.join(", ")}, which ${by} refuses: ${path}: ${message}`;
    const given = (typeof value === "string" && value !== "" && pathOfText(spec, value)) || "spec";
    if (by === "the API server") report.error(given, text);
    else report.warning(given, text);
  }
}

/** How long the custom resource's name may be for a derived text to fit that holds it; 0 where the name is not to blame. */
function longestName({ value, excess = 0 }: Found, name: string): number {
  return excess > 0 && String(value).includes(name) ? Math.max(0, name.length - excess) : 0;
}

/** Reports a name that makes derived texts too long, once, with the length at which all of them fit. */
function reportLongName(refusals: readonly Found[], name: string, report: Report): void {
  const [strictest] = refusals.toSorted((left, right) => longestName(left, name) - longestName(right, name));
  if (!strictest) return;
  const { path, message, objects } = strictest;
  const longest = longestName(strictest, name);
  report.error(
    "metadata.name",
    `has ${name.length} characters, and at most ${longest} characters fit: it makes ${objects.join(", ")} with ${path}: ${message}`,
  );
}

/** The only place of a text in data, as a value or as a key. Undefined unless there is exactly one. */
function pathOfText(data: unknown, text: string): string | undefined {
  const places = (tree: unknown, path: string): string[] => {
    if (tree === text) return [path];
    if (typeof tree !== "object" || tree === null) return [];
    return Object.entries(tree).flatMap(([key, value]) => {
      const below = joinPath(path, Array.isArray(tree) ? Number(key) : key);
      return [...(key === text ? [below] : []), ...places(value, below)];
    });
  };
  const [only, ...others] = places(data, "spec");
  return others.length === 0 ? only : undefined;
}

function findAll(objects: readonly DerivedObject[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { manifest } of objects) {
    for (const refusal of refusals(manifest)) {
      const identity = [refusal.by, refusal.path, refusal.message].join("\n");
      const { objects: others = [] } = found.get(identity) ?? {};
      found.set(identity, { ...refusal, objects: [...others, `${manifest.kind} ${manifest.metadata.name}`] });
    }
  }
  return [...found.values()];
}
