import { createHash } from "node:crypto";
import { filled, type Keys, positive, type TreeMap, written } from "../config/keys";
import { type Context, secretValue } from "../context";
import { sortedNaturally } from "../text/order";
import type { Values } from "../values/values";
import { compareBytes } from "../values/values";
import { prefixedName } from "../workload/labels";
import type { User, UserSpec } from "./access-types";

type JWT = NonNullable<UserSpec["jwt"]>;

/** The credentials of a user, with the values of references. */
export interface LoginCredentials {
  readonly bearerToken?: string;
  readonly jwt?: JWT;
  readonly username?: string;
  readonly password?: string;
  /** The password is generated and not stored yet. */
  readonly isUnstored?: boolean;
}

/** The reason why credentials of users are not mounted. */
export const inConfiguration = "vmauth has it in its configuration";

/** The credentials of a user. Missing ones are reported. */
export function credentialsOf(user: User, context: Context): LoginCredentials {
  const { jwt, username, password, bearerToken, passwordRef, tokenRef } = user.spec;
  const { namespace } = user.metadata;
  const given = { ...(username && { username }), ...(password && { password }), ...(bearerToken && { bearerToken }) };
  if (jwt) return { ...given, jwt: withKeys(jwt, namespace, context) };
  if (passwordRef) return { ...given, password: secretValue(context, namespace, passwordRef, "spec.passwordRef", inConfiguration) };
  if (tokenRef) return { ...given, bearerToken: secretValue(context, namespace, tokenRef, "spec.tokenRef", inConfiguration) };
  return needsPassword(user) ? { ...given, ...generatedPassword(user, context) } : given;
}

/** Whether the user has a password that is neither given nor referred to. */
export function needsPassword({ spec }: User): boolean {
  const { generatePassword = false, password, passwordRef, bearerToken, tokenRef, jwt } = spec;
  return generatePassword && !password && !passwordRef && !bearerToken && !tokenRef && !jwt;
}

function withKeys(jwt: JWT, namespace: string, context: Context): JWT {
  const { publicKeys = [], publicKeyRefs = [] } = jwt;
  const read = publicKeyRefs.map((reference, index) =>
    secretValue(context, namespace, reference, `spec.jwt.publicKeyRefs[${index}]`, inConfiguration),
  );
  return { ...jwt, publicKeys: [...publicKeys, ...read] };
}

/** The generated password in the user's Secret, if it exists. */
function generatedPassword(user: User, context: Context): LoginCredentials {
  const { namespace } = user.metadata;
  const secretName = prefixedName(user);
  const { world, report, unstoredPassword } = context;
  const stored = world.hasSecret(namespace, secretName) ? world.secretKey(namespace, secretName, "password") : undefined;
  if (stored && "value" in stored) return { password: stored.value };
  if (unstoredPassword !== undefined) return { password: unstoredPassword, isUnstored: true };
  report.error(passwordPath, unstoredMessage(user));
  return {};
}

const passwordPath = "spec.generatePassword";

const unstoredMessage = (user: User): string =>
  `the generated password of this user is not stored: add the component VMUser, or the Secret ${user.metadata.namespace}/${prefixedName(user)} with its password`;

/** Reports a placeholder password. */
export function checkStored(user: User, { isUnstored }: LoginCredentials, { report }: Context): void {
  if (isUnstored) report.error(passwordPath, unstoredMessage(user));
}

/** The keys with a user's credentials, as vmauth has them. A token wins over a name with password. */
export function credentialKeys({ metadata }: User, { bearerToken, jwt, username, password }: LoginCredentials, values: Values): TreeMap {
  if (bearerToken !== undefined) return { bearer_token: bearerToken };
  if (jwt) return { jwt: written(jwtKeys, jwt) };
  const hasPassword = password !== undefined && !values.isEmpty(password);
  return { username: username ?? metadata.name, ...(hasPassword && { password }) };
}

const jwtKeys: Keys<[jwt: JWT]> = {
  skip_verify: ({ skipVerify }) => skipVerify || undefined,
  public_keys: ({ publicKeys }) => filled(publicKeys),
  match_claims: ({ matchClaims = {} }) => filled(sortedNaturally(matchClaims)),
  oidc: ({ oidc }) => oidc && { issuer: oidc.issuer },
  default_vm_access_claim: ({ defaultVMAccessClaim }) => defaultVMAccessClaim && written(claimKeys, defaultVMAccessClaim),
};

const claimKeys: Keys<[claim: NonNullable<JWT["defaultVMAccessClaim"]>]> = {
  metrics_account_id: ({ metricsAccountID }) => positive(metricsAccountID),
  metrics_project_id: ({ metricsProjectID }) => positive(metricsProjectID),
  metrics_extra_filters: ({ metricsExtraFilters }) => filled(metricsExtraFilters),
  metrics_extra_labels: ({ metricsExtraLabels }) => filled(metricsExtraLabels),
  logs_account_id: ({ logsAccountID }) => positive(logsAccountID),
  logs_project_id: ({ logsProjectID }) => positive(logsProjectID),
  logs_extra_filters: ({ logsExtraFilters }) => filled(logsExtraFilters),
  logs_extra_stream_filters: ({ logsExtraStreamFilters }) => filled(logsExtraStreamFilters),
};

/**
 * The marks by which vmauth distinguishes users: no two users of a configuration may share any of them. They are hashes, so that credentials stay
 * hidden. A token also counts as a name without password.
 */
export function identitiesOf({ metadata }: User, credentials: LoginCredentials, values: Values): string[] {
  const { bearerToken, jwt, username = metadata.name, password = "", isUnstored } = credentials;
  const hash = (text: string): string => values.check(text, (known) => createHash("sha256").update(String(known)).digest("hex")) ?? text;
  if (bearerToken !== undefined) return [hash(`bearer ${bearerToken}`), hash(`basic ${bearerToken}:`)];
  if (jwt) return [hash(`claims ${claimsText(jwt)}`)];
  return isUnstored ? [] : [hash(`basic ${username}:${password}`)];
}

function claimsText({ matchClaims = {} }: JWT): string {
  const names = Object.keys(matchClaims).sort(compareBytes);
  return names.map((name) => `${name}=${matchClaims[name]}`).join(",");
}
