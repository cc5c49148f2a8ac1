import type { Context } from "../context";
import { isSelected } from "../selection";
import { Report } from "../world/issues";
import { objectKey } from "../world/objects";
import type { Owner } from "./access-check";
import type { Auth, User } from "./access-types";
import type { AuthContext } from "./auth-context";
import { defaultTargetsOf, isManaged, selectorsOf } from "./gateway";
import { credentialsOf, type LoginCredentials } from "./login-credentials";
import { type ResolvedTarget, resolvedTargets } from "./targets";

/** A user with its targets and credentials. */
export interface ResolvedUser {
  readonly user: User;
  readonly targets: readonly ResolvedTarget[];
  readonly credentials: LoginCredentials;
}

/** A user as a VMAuth sees it. Missing targets and credentials are reported. */
export function resolvedUser(user: User, auth: Auth, context: AuthContext): ResolvedUser {
  checkFileAccess(user, auth, context);
  return {
    user,
    targets: resolvedTargets(user.spec.targetRefs, "spec.targetRefs", defaultTargetsOf(auth), ownerOf(user), context),
    credentials: credentialsOf(user, context),
  };
}

/** The context for checks of a user's targets and options. */
export const ownerOf = ({ spec }: User): Owner => ({ hasToken: spec.jwt !== undefined, retryStatusCodes: spec.retry_status_codes });

/** Whether a VMAuth of the world selects a user and finds the targets of its references. */
export function isServed(user: User, context: AuthContext): boolean {
  const auths = context.world.customResources("VMAuth") as readonly Auth[];
  return auths.some((auth) => {
    if (auth.spec.paused || !isManaged(auth) || !isSelected(user, auth.metadata.namespace, selectorsOf(auth), context)) return false;
    const report = new Report(objectKey(user));
    resolvedUser(user, auth, { ...context, report });
    return !report.hasErrors;
  });
}

const files = ["caFile", "certFile", "keyFile"] as const;

/** Reports files named by a user if the VMAuth denies file access. */
function checkFileAccess({ spec: { tlsConfig } }: User, auth: Auth, { report }: Context): void {
  if (!auth.spec.arbitraryFSAccessThroughSMs?.deny) return;
  const { owner } = defaultTargetsOf(auth);
  for (const field of files.filter((name) => tlsConfig?.[name])) {
    report.error(
      `spec.tlsConfig.${field}`,
      `names a file of vmauth's container, which arbitraryFSAccessThroughSMs of ${owner} denies: refer to a Secret or ConfigMap instead`,
    );
  }
}
