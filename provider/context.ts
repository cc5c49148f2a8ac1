import type { Defaults } from "./defaults";
import type { Parsers } from "./upstream/parsers";
import type { Values } from "./values/values";
import type { MissingObject, Report } from "./world/issues";
import type { Lookup, World } from "./world/world";

/** The surroundings of a derivation: everything that it reads, and its reports. */
export interface Context<Arguments = unknown> {
  readonly world: World;
  readonly defaults: Defaults;
  readonly values: Values;
  readonly report: Report;
  /** The parsers of rules, loaded when they are first asked for; undefined where this build of the package lacks them. */
  readonly parsers: () => Parsers | undefined;
  /**
   * A text in place of a generated password that is not stored yet, for results that people read before they apply them. Without it a user without a
   * stored password is left out.
   */
  readonly unstoredPassword?: string;
  /** Further arguments of the component, beside `metadata` and `spec`. */
  readonly arguments: Arguments;
}

/** A reference to one key of a Secret or ConfigMap. */
export interface KeySelector {
  readonly name?: string;
  readonly key: string;
  readonly optional?: unknown;
}

/**
 * The value of a key of a Secret, without the white space at its end. A missing object or key is reported as an error at `path`, and the value
 * is empty. As with the operator, `optional` changes nothing. Where references are mounted a warning says why this one is not.
 */
export function secretValue(context: Context, namespace: string, selector: KeySelector, path: string, reason?: string): string {
  const { name = "", key } = selector;
  return answer(context, context.world.secretKey(namespace, name, key), { kind: "Secret", namespace, name }, { key, path, reason });
}

/** The value of a key of a ConfigMap; see `secretValue`. */
export function configMapValue(context: Context, namespace: string, selector: KeySelector, path: string, reason?: string): string {
  const { name = "", key } = selector;
  return answer(context, context.world.configMapKey(namespace, name, key), { kind: "ConfigMap", namespace, name }, { key, path, reason });
}

/** A place that asks for a value. */
interface Asked {
  readonly key: string;
  readonly path: string;
  /** Why the value is not mounted. */
  readonly reason?: string;
}

function answer({ report, values, defaults }: Context, lookup: Lookup, missing: MissingObject, { key, path, reason }: Asked): string {
  const object = `${missing.kind} ${missing.namespace}/${missing.name}`;
  if (defaults.references === "mount") report.warning(path, `${object} is copied, since it cannot be mounted: ${reason ?? mountable}`);
  if ("value" in lookup) {
    if (lookup.isBinary) report.error(path, `${object} has bytes under ${JSON.stringify(key)} that are not UTF-8 text: store text there`);
    return defaults.trimSecretValues ? values.apply("trimEnd", lookup.value) : lookup.value;
  }
  if (lookup.missing === "key") report.error(path, `${object} has no key ${JSON.stringify(key)}: ${expectedKeys(lookup.keys)}`);
  else if (lookup.isEncrypted) report.error(path, `${object} is encrypted by SOPS: decrypt it first, or create it in the cluster`, missing);
  else report.error(path, `there is no ${object}: add it to the given objects (selectFrom), or create it in the cluster`, missing);
  return "";
}

/** The reason why rules of a ConfigMap are not mounted. */
export const joinedRules = "its rules are checked here, and stand in one file with those in line";

const mountable = "only files from the namespace of the pods can be, where the program reads the setting from a file";

const expectedKeys = (keys: readonly string[]): string =>
  keys.length === 0 ? "it has no keys at all" : `expected one of ${keys.map((key) => JSON.stringify(key)).join(", ")}`;
