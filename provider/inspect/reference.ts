import type { Program } from "../derivation";
import { type CustomResource, objectKey } from "../world/objects";
import { UsageError } from "./usage";

/** An object as a user names it: `KIND/NAME` or `KIND/NAMESPACE/NAME`. */
interface Reference {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** @throws UsageError when the text is not an object's name. */
function parseReference(text: string): Reference {
  const [kind = "", ...rest] = text.split("/");
  const [first = "", second] = rest;
  if (rest.length === 0 || rest.length > 2 || [kind, ...rest].includes(""))
    throw new UsageError(
      `${JSON.stringify(text)} is not an object's name: expected KIND/NAME or KIND/NAMESPACE/NAME, such as VMAgent/monitoring/main`,
    );
  return second === undefined ? { kind, name: first } : { kind, namespace: first, name: second };
}

/**
 * The key of the object that is meant, `KIND/NAMESPACE/NAME`. Letter case of the kind does not matter, and a namespace is needed only if names
 * repeat.
 *
 * @throws UsageError unless exactly one object matches.
 */
export function findKey(reference: string, keys: readonly string[]): string {
  const { kind, namespace, name } = parseReference(reference);
  const distinct = [...new Set(keys)];
  const ofKind = distinct.filter((key) => key.split("/")[0]?.toLowerCase() === kind.toLowerCase());
  const found = ofKind.filter((key) => {
    const [, itsNamespace, itsName] = key.split("/");
    return itsName === name && (namespace === undefined || itsNamespace === namespace);
  });
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) throw new UsageError(`${reference} is not unique: it may be ${found.join(", ")}`);
  const others = ofKind.length > 0 ? ofKind : distinct;
  const shown = others.slice(0, 10).join(", ");
  throw new UsageError(
    `there is no ${reference} to show; there ${shown === "" ? "is none at all" : `is ${shown}`}${others.length > 10 ? ", …" : ""}`,
  );
}

/**
 * The workload that an option of a command is about.
 *
 * @throws UsageError when there is no such object, or it is of another kind, or it is invalid.
 */
export function findWorkload(
  { resources, issues }: Program,
  reference: string,
  kinds: string | readonly string[],
  option: string,
): CustomResource {
  const invalid = issues.filter(({ severity }) => severity === "error").map(({ object }) => object);
  const key = findKey(reference, [...resources.map(objectKey), ...invalid]);
  const found = resources.find((resource) => objectKey(resource) === key);
  if (!found) throw new UsageError(`${key} is invalid: mend first what \`check\` says of it`);
  const expected = [kinds].flat();
  if (!expected.includes(found.kind)) throw new UsageError(`${option} is for a ${expected.join(" or ")}, and ${key} is none`);
  return found;
}
