import { TLSAssets } from "../../config/assets";
import type { TreeMap } from "../../config/keys";
import { References } from "../../config/references";
import { urlList } from "../../vmauth/access-check";
import type { UserOptions } from "../../vmauth/access-types";
import { labelKeys } from "../../vmauth/entries";
import { assetsDirectory, checkLicensed, defaultTargetsOf, warnOfFiles } from "../../vmauth/gateway";
import { givenRoutes, targetRoutes } from "../../vmauth/target-routes";
import { resolvedTargets } from "../../vmauth/targets";
import { userOptions } from "../../vmauth/user-options";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import type { Spec } from "./model";

type Resource = CustomResource<Spec>;

/** The settings for requests without credentials, and their place. */
interface Block {
  readonly options: UserOptions;
  readonly path: string;
  readonly routes: TreeMap;
}

/** The entry for requests without credentials; undefined if they are refused. Files of TLS settings go to `assets`. */
export function unauthorizedUser(resource: Resource, assets: TLSAssets, context: KindContext): TreeMap | undefined {
  const block = blockOf(resource, context);
  if (!block) return undefined;
  const { options, path, routes } = block;
  const own = new TLSAssets(assetsDirectory);
  const references = new References(context, resource.metadata.namespace, own);
  const tree = { ...routes, ...userOptions(options, { path, references, routes }, context.report) };
  warnOfFiles(own, `${path}.tlsConfig`, resource, context);
  checkLicensed(options, path, resource, context);
  assets.addAll(own);
  return tree;
}

const accessPath = "spec.unauthorizedUserAccessSpec";

/** The block in use; the older one has its options among the fields of the spec. */
function blockOf(resource: Resource, context: KindContext): Block | undefined {
  const { unauthorizedUserAccessSpec: access, unauthorizedAccessConfig = [] } = resource.spec;
  if (access) {
    const routes = { ...unauthorizedRoutes(access, resource, context), ...labelKeys(access.metric_labels) };
    return { options: access, path: accessPath, routes };
  }
  if (unauthorizedAccessConfig.length === 0) return undefined;
  return { options: resource.spec, path: "spec", routes: { url_map: givenRoutes(unauthorizedAccessConfig) } };
}

type Access = NonNullable<Spec["unauthorizedUserAccessSpec"]>;

function unauthorizedRoutes(
  { url_map = [], url_prefix, targetRefs = [], retry_status_codes }: Access,
  resource: Resource,
  context: KindContext,
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
