import type { Tree } from "../text/tree";
import { isPlaceholder, type Placeholder } from "../values/values";

/** A map that is printed. */
export type TreeMap = { readonly [key: string]: Tree };

/** The keys of a printed map in their order, each with a function for its value; a key without a value is left out. */
export type Keys<Input extends readonly unknown[]> = Readonly<Record<string, (...input: Input) => Tree>>;

/** The map that the keys make of an input. */
export function written<Input extends readonly unknown[]>(keys: Keys<Input>, ...input: Input): TreeMap {
  const map: Record<string, Tree> = {};
  for (const key in keys) {
    const value = keys[key]?.(...input);
    if (value !== undefined) map[key] = value;
  }
  return map;
}

/** A text, list or map; undefined if it is empty. */
export function filled<Value extends string | object>(value: Value | undefined): Value | undefined {
  if (value === undefined || value === "") return undefined;
  return typeof value === "object" && Object.keys(value).length === 0 ? undefined : value;
}

/** A limit; 0 means no limit. */
export function positive(limit: number | Placeholder | undefined): number | Placeholder | undefined {
  return limit !== undefined && (isPlaceholder(limit) || limit > 0) ? limit : undefined;
}

/** A switch that is printed only when it is on. */
export function switchedOn(flag: boolean | Placeholder | undefined): boolean | Placeholder | undefined {
  return flag === false ? undefined : flag;
}

/** The value at a path of keys; undefined if it does not exist. */
export function valueAt(tree: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], tree);
}

/** Whether a field contains any text; a reference without name and key does not. */
export function isGiven(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.values(value).some(isGiven) : value !== undefined && value !== "";
}

/** All names of a union in the given order; a missing name is a type error. */
export const everyName =
  <Name extends string>() =>
  <const Names extends readonly Name[]>(names: [Name] extends [Names[number]] ? Names : never): Names =>
    names;
