import { urlList } from "../../access/check";
import { labelKeys, userEntries } from "../../access/entries";
import { assetsDirectory, checkLicensed, defaultTargetsOf } from "../../access/gateway";
import { userOptions } from "../../access/options";
import { givenRoutes, targetRoutes } from "../../access/routes";
import { resolvedTargets } from "../../access/targets";
import type { UserOptions } from "../../access/types";
import type { Context } from "../../context";
import type { GeneratedFile } from "../../kind";
import { TLSAssets } from "../../scraping/assets";
import type { TreeMap } from "../../scraping/keys";
import { References } from "../../scraping/references";
import { printYaml } from "../../text/yaml";
import { compareBytes } from "../../values/values";
import { Report } from "../../world/issues";
import { type CustomResource, objectKey } from "../../world/objects";
import type { Gateway, Spec } from "./auth";

/** What vmauth works by. */
export interface Configuration {
  readonly file: GeneratedFile;
  /** Files that TLS settings refer to, by their names. */
  readonly assets: Readonly<Record<string, string>>;
}

type Resource = CustomResource<Spec>;

/** The configuration made from the selected VMUsers and from what is said of requests without credentials. */
export function configuration({ resource }: Gateway, context: Context): Configuration {
  checkDefaultTargets(resource, context);
  const assets = new TLSAssets(assetsDirectory);
  const users = userEntries(resource, context);
  for (const { user, assets: files } of users) {
    warnOfFiles(files, "spec.tlsConfig", resource, { ...context, report: new Report(objectKey(user), context.report.issues) });
    assets.addAll(files);
  }
  const unauthorized = unauthorizedUser(resource, assets, context);
  const tree = {
    ...(users.length > 0 && { users: users.map((entry) => entry.tree) }),
    ...(unauthorized && { unauthorized_user: unauthorized }),
  };
  const parts = [
    ...users.map(({ user, tree: own }): [string, TreeMap] => [`VMUser ${user.metadata.namespace}/${user.metadata.name}`, own]),
    ...(unauthorized ? [["unauthorized_user", unauthorized] as [string, TreeMap]] : []),
  ];
  return {
    file: {
      text: `# tls-assets-hash: ${hashOf(assets.files, context)}\n${printYaml(tree, context.values)}`,
      parts: Object.fromEntries(parts.map(([name, part]) => [name, printYaml(part, context.values)])),
    },
    assets: assets.files,
  };
}

/** The resources of default targets must be there even if nobody refers to them. */
function checkDefaultTargets(resource: Resource, context: Context): void {
  const unnamed = defaultTargetsOf(resource).targets.map((target) => ({ ...target, name: undefined }));
  resolvedTargets(unnamed, "spec.defaultTargetRefs", defaultTargetsOf(resource), { hasToken: true }, context);
}

/** A text that changes with the files, so that vmauth reads them anew. */
function hashOf(files: Readonly<Record<string, string>>, { values }: Context): string {
  const names = Object.keys(files).sort(compareBytes);
  return values.apply("xxhash64", names.map((name) => `${name}\0${files[name]}\0`).join(""));
}

/** What becomes of requests without credentials; undefined if they are refused. */
function unauthorizedUser(resource: Resource, assets: TLSAssets, context: Context): TreeMap | undefined {
  const { unauthorizedUserAccessSpec: access, unauthorizedAccessConfig = [] } = resource.spec;
  if (access) {
    const routes = { ...unauthorizedRoutes(access, resource, context), ...labelKeys(access.metric_labels) };
    return withOptions(routes, access, accessPath, resource, assets, context);
  }
  if (unauthorizedAccessConfig.length === 0) return undefined;
  return withOptions({ url_map: givenRoutes(unauthorizedAccessConfig) }, resource.spec, "spec", resource, assets, context);
}

const accessPath = "spec.unauthorizedUserAccessSpec";

function withOptions(
  routes: TreeMap,
  options: UserOptions,
  path: string,
  resource: Resource,
  assets: TLSAssets,
  context: Context,
): TreeMap {
  const own = new TLSAssets(assetsDirectory);
  const references = new References(context, resource.metadata.namespace, own);
  const tree = { ...routes, ...userOptions(options, { path, references, routes }, context.report) };
  warnOfFiles(own, `${path}.tlsConfig`, resource, context);
  checkLicensed(options, path, resource, context);
  assets.addAll(own);
  return tree;
}

type Access = NonNullable<Spec["unauthorizedUserAccessSpec"]>;

function unauthorizedRoutes(
  { url_map = [], url_prefix, targetRefs = [], retry_status_codes }: Access,
  resource: Resource,
  context: Context,
): TreeMap {
  const [url, ...others] = urlList(url_prefix);
  if (url_map.length > 0 || url !== undefined) {
    return {
      ...(url_map.length > 0 && { url_map: givenRoutes(url_map) }),
      ...(url !== undefined && { url_prefix: others.length > 0 ? [url, ...others] : url }),
    };
  }
  const owner = { hasToken: false, retryStatusCodes: retry_status_codes };
  const targets = resolvedTargets(targetRefs, `${accessPath}.targetRefs`, defaultTargetsOf(resource), owner, context);
  return targetRoutes({ targets, namespace: resource.metadata.namespace, owner, inheritsCredentials: false }, context);
}

/** The files are kept in the Secret with the configuration, but nothing mounts them. */
function warnOfFiles(assets: TLSAssets, path: string, { metadata, spec }: Resource, { report }: Context): void {
  const isMounted = (spec.volumeMounts ?? []).some(({ mountPath }) => mountPath.replace(/\/$/, "") === assetsDirectory);
  if (Object.keys(assets.files).length === 0 || isMounted) return;
  report.warning(
    path,
    `refers to files that vmauth does not find by itself: mount the Secret vmauth-config-${metadata.name} at ${assetsDirectory}, by volumes and ` +
      `volumeMounts of VMAuth ${metadata.namespace}/${metadata.name}`,
  );
}
