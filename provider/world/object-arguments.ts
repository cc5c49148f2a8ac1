import type { Issue } from "./issues";
import { type Manifest, objectKey } from "./objects";

/** Arguments of components by the key of their custom resource, and the errors in the given map. */
export interface ObjectArguments {
  readonly arguments: ReadonlyMap<string, unknown>;
  readonly issues: readonly Issue[];
}

/**
 * Reads the arguments of several objects: `{ "VMAgent/monitoring/main": { leastPrivilege: true } }`. Each object takes the arguments of its
 * component, which are checked with the object; an unknown name is an error.
 */
export function objectArguments(given: unknown, objects: readonly Manifest[]): ObjectArguments {
  if (given === undefined || given === null) return { arguments: new Map(), issues: [] };
  if (typeof given !== "object" || Array.isArray(given)) return { arguments: new Map(), issues: [error("", "expected a map")] };
  const keys = objects.map(keyOf);
  const known = new Set(keys);
  const stray = Object.keys(given).filter((key) => !known.has(key));
  return {
    arguments: new Map(Object.entries(given)),
    issues: stray.map((key) => error(key, `no object has this name${others(key, keys)}`)),
  };
}

const error = (path: string, message: string): Issue => ({ object: "arguments", path, message, severity: "error" });

const keyOf = ({ kind, metadata }: Manifest): string =>
  objectKey({ kind, metadata: { name: metadata.name, namespace: metadata.namespace ?? "default" } });

/** The objects of the same kind. */
function others(stray: string, keys: readonly string[]): string {
  const [kind = ""] = stray.split("/");
  const same = keys.filter((key) => key.startsWith(`${kind}/`));
  return same.length > 0
    ? `: expected ${same.length > 1 ? "one of " : ""}${same.slice(0, 5).join(", ")}${same.length > 5 ? ", …" : ""}`
    : ": expected Kind/namespace/name";
}
