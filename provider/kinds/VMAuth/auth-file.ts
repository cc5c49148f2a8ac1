import { TLSAssets } from "../../config/assets";
import type { TreeMap } from "../../config/keys";
import { printYaml } from "../../config/yaml";
import type { GeneratedFile, GeneratedPart } from "../../derived";
import { compareBytes } from "../../values/values";
import { checkResources } from "../../vmauth/addresses";
import { type UserEntry, userEntries } from "../../vmauth/entries";
import { assetsDirectory, warnOfFiles } from "../../vmauth/gateway";
import { Report } from "../../world/issues";
import { type CustomResource, objectKey } from "../../world/objects";
import type { KindContext } from "../kind";
import type { Gateway, Spec } from "./model";
import { unauthorizedUser } from "./unauthorized-user";

/** The configuration of vmauth. */
export interface Configuration {
  readonly file: GeneratedFile;
  /** Files that TLS settings refer to, by their names. */
  readonly assets: Readonly<Record<string, string>>;
}

type Resource = CustomResource<Spec>;

/** The configuration made from the selected VMUsers and the settings for requests without credentials. */
export function configuration({ resource }: Gateway, context: KindContext): Configuration {
  checkDefaultTargets(resource, context);
  const assets = new TLSAssets(assetsDirectory);
  const users = userEntries(resource, context);
  for (const { user, assets: own } of users) {
    warnOfFiles(own, "spec.tlsConfig", resource, { ...context, report: new Report(objectKey(user), context.report.issues) });
    assets.addAll(own);
  }
  const unauthorized = unauthorizedUser(resource, assets, context);
  return { file: fileOf(users, unauthorized, hashOf(assets.files, context), context), assets: assets.files };
}

/** The resources of default targets must exist even if no user refers to them. */
function checkDefaultTargets({ spec: { defaultTargetRefs = [] } }: Resource, context: KindContext): void {
  for (const [index, { crd }] of defaultTargetRefs.entries()) {
    if (crd) checkResources(crd, `spec.defaultTargetRefs[${index}].crd`, context);
  }
}

function fileOf(users: readonly UserEntry[], unauthorized: TreeMap | undefined, hash: string, { values }: KindContext): GeneratedFile {
  const tree = {
    ...(users.length > 0 && { users: users.map((entry) => entry.tree) }),
    ...(unauthorized && { unauthorized_user: unauthorized }),
  };
  const parts: GeneratedPart[] = users.map((entry) => {
    const object = objectKey(entry.user);
    return { section: "users", name: object, object, tree: entry.tree };
  });
  if (unauthorized) parts.push({ section: "unauthorized_user", tree: unauthorized });
  return { text: `# tls-assets-hash: ${hash}\n${printYaml(tree, values)}`, parts };
}

/** A text that changes with the files, so that vmauth rereads them. */
function hashOf(files: Readonly<Record<string, string>>, { values }: KindContext): string {
  const names = Object.keys(files).sort(compareBytes);
  return values.apply("xxhash64", names.map((name) => `${name}\0${files[name]}\0`).join(""));
}
