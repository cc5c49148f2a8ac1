import { TLSAssets } from "../config/assets";
import { filled, type TreeMap } from "../config/keys";
import { References } from "../config/references";
import { selectedObjects } from "../selection";
import { sortedNaturally } from "../text/order";
import { Report } from "../world/issues";
import { objectKey } from "../world/objects";
import type { Auth, MetricLabels, User, UserSpec } from "./access-types";
import type { AuthContext } from "./auth-context";
import { type Candidate, withoutDuplicates } from "./duplicates";
import { assetsDirectory, checkLicensed, selectorsOf } from "./gateway";
import { checkStored, credentialKeys, identitiesOf } from "./login-credentials";
import { targetRoutes } from "./target-routes";
import { userOptions } from "./user-options";
import { ownerOf, type ResolvedUser, resolvedUser } from "./users";

/** One user of a configuration. */
export interface UserEntry {
  readonly user: User;
  readonly tree: TreeMap;
  /** Files of its TLS settings. */
  readonly assets: TLSAssets;
}

/** The users that a VMAuth selects, in the form of its configuration. An invalid user is reported under its own name and left out. */
export function userEntries(auth: Auth, context: AuthContext): UserEntry[] {
  const users = selectedObjects<UserSpec>("VMUser", auth.metadata.namespace, selectorsOf(auth), context);
  const candidates = users.flatMap((user): Candidate<UserEntry>[] => {
    const report = new Report(objectKey(user));
    const candidate = candidateOf(user, auth, { ...context, report });
    context.report.include(report);
    return candidate ? [candidate] : [];
  });
  return withoutDuplicates(candidates, context);
}

function candidateOf(user: User, auth: Auth, context: AuthContext): Candidate<UserEntry> | undefined {
  const resolved = resolvedUser(user, auth, context);
  if (context.report.hasErrors) return undefined;
  const assets = new TLSAssets(assetsDirectory);
  const tree = treeOf(resolved, assets, context);
  if (context.report.hasErrors) return undefined;
  checkStored(user, resolved.credentials, context);
  checkLicensed(user.spec, "spec", auth, context);
  return { entry: { user, tree, assets }, identities: identitiesOf(user, resolved.credentials, context.values) };
}

function treeOf({ user, targets, credentials }: ResolvedUser, assets: TLSAssets, context: AuthContext): TreeMap {
  const { metadata, spec } = user;
  const { namespace } = metadata;
  const routes = targetRoutes({ targets, namespace, owner: ownerOf(user), inheritsCredentials: true }, context);
  const references = new References(context, namespace, assets);
  if (targets.length === 0) context.report.error("spec.targetRefs", "expected at least one target");
  return {
    ...routes,
    ...(spec.name && { name: spec.name }),
    ...userOptions(spec, { path: "spec", references, routes }, context.report),
    ...labelKeys(spec.metric_labels),
    ...credentialKeys(user, credentials, context.values),
  };
}

/** The key with labels for metrics, if there are any. */
export function labelKeys(labels: MetricLabels | undefined): TreeMap {
  const sorted = filled(sortedNaturally(labels ?? {}));
  return sorted ? { metric_labels: sorted } : {};
}
