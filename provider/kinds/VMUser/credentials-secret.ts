import { secretData } from "../../kubernetes/secret";
import { credentialsOf } from "../../vmauth/login-credentials";
import { isServed } from "../../vmauth/users";
import { prefixedName, selectorLabels } from "../../workload/labels";
import type { Plain } from "../../workload/plain";
import { metadataOf } from "../../workload/workload";
import { Report } from "../../world/issues";
import { type CustomResource, type Manifest, objectKey } from "../../world/objects";
import type { KindContext } from "../kind";
import type { VMUserSpec } from "./schema";

type User = CustomResource<Plain<VMUserSpec>>;

/**
 * The Secret with a user's credentials, for clients that log in as the user. A given Secret of its name stays unchanged. In a complete world an
 * unselected user has no Secret.
 */
export function userSecrets(user: User, context: KindContext): Manifest[] {
  const { metadata, spec } = user;
  const { world } = context;
  const name = prefixedName(user);
  if (spec.disable_secret_creation || world.hasSecret(metadata.namespace, name)) return [];
  if (world.isWhole && !isServed(user, context)) return [];
  const selector = selectorLabels("vmuser", metadata.name);
  const { labels, annotations } = spec.managedMetadata ?? {};
  const identity = { name, namespace: metadata.namespace, labels: { ...labels, ...selector }, annotations };
  const data = secretData(contentsOf(user, context), context.values);
  return [{ apiVersion: "v1", kind: "Secret", metadata: metadataOf(identity), data }];
}

/** Warns of a given Secret with other credentials than the user's spec. */
export function checkGivenSecret(user: User, context: KindContext): void {
  const { namespace } = user.metadata;
  const { world, values, report } = context;
  const name = prefixedName(user);
  if (user.spec.disable_secret_creation || !world.hasSecret(namespace, name)) return;
  const own = new Report(objectKey(user));
  const contents = Object.entries(contentsOf(user, { ...context, report: own }));
  for (const [key, value] of own.hasErrors ? [] : contents) {
    const given = world.secretKey(namespace, name, key);
    const isKnown = "missing" in given || (values.isKnown(given.value) && values.isKnown(value));
    if (!isKnown || ("value" in given && values.isEqual(given.value, value))) continue;
    report.warning("", `the given Secret ${namespace}/${name} does not have the ${key} of this user: change one of them`);
  }
}

/** A token excludes other credentials; users with tokens of an issuer have no credentials here. */
function contentsOf(user: User, context: KindContext): Record<string, string> {
  const { bearerToken, jwt, username, password } = credentialsOf(user, context);
  const { name } = user.spec;
  const login = jwt ? {} : { ...(username && { username }), ...(password && { password }) };
  return { ...(name && { name }), ...(bearerToken ? { bearerToken } : login) };
}
