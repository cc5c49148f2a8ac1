import { joinPath } from "../world/issues";
import type { Difference, Keys } from "./change-model";

type Map = Readonly<Record<string, unknown>>;

/** Two lists of items with names, or of flags, by these names. */
interface Named {
  readonly old: ReadonlyMap<string, unknown>;
  readonly now: ReadonlyMap<string, unknown>;
}

/**
 * The values in which two pieces of data differ. Items of lists are compared by their names and arguments by their flags, so that an added item is
 * one difference.
 */
export function differencesOf(old: unknown, now: unknown, path = ""): Difference[] {
  if (isSame(old, now)) return [];
  if (Array.isArray(old) && Array.isArray(now)) return listDifferences(old, now, path);
  if (isMap(old) && isMap(now)) {
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
    return names.flatMap((name) => differencesOf(old[name], now[name], joinPath(path, name)));
  }
  return [{ path, ...(old !== undefined && { old }), ...(now !== undefined && { now }) }];
}

function listDifferences(old: readonly unknown[], now: readonly unknown[], path: string): Difference[] {
  const named = namedItems(old, now) ?? flags(old, now);
  if (!named) {
    return Array.from({ length: Math.max(old.length, now.length) }, (_, index) =>
      differencesOf(old[index], now[index], `${path}[${index}]`),
    ).flat();
  }
  const names = [...new Set([...named.old.keys(), ...named.now.keys()])];
  const found = names.flatMap((name) => differencesOf(named.old.get(name), named.now.get(name), `${path}[${name}]`));
  if (found.length > 0) return found;
  return [{ path: `${path}, the order`, old: [...named.old.keys()].join(", "), now: [...named.now.keys()].join(", ") }];
}

function namedItems(old: readonly unknown[], now: readonly unknown[]): Named | undefined {
  const byName = (list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined => {
    const names = list.map((item) => (isMap(item) && typeof item.name === "string" ? item.name : undefined));
    if (names.includes(undefined) || new Set(names).size < names.length) return undefined;
    return new Map(list.map((value, index) => [names[index] as string, value]));
  };
  const [before, after] = [byName(old), byName(now)];
  return before && after ? { old: before, now: after } : undefined;
}

/** An argument that is a flag: its name, and its value. */
export const flagShape = /^(--?[A-Za-z][\w.-]*)(?:=(.*))?$/s;

/** Arguments by their flags; a flag that is given more than once has all its values. */
function flags(old: readonly unknown[], now: readonly unknown[]): Named | undefined {
  const byFlag = (list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined => {
    const found = new Map<string, string>();
    for (const argument of list) {
      const [, flag, value = "true"] = (typeof argument === "string" && flagShape.exec(argument)) || [];
      if (flag === undefined) return undefined;
      const before = found.get(flag);
      found.set(flag, before === undefined ? value : `${before}, ${value}`);
    }
    return found;
  };
  if (old.length + now.length === 0) return undefined;
  const [before, after] = [byFlag(old), byFlag(now)];
  return before && after ? { old: before, now: after } : undefined;
}

/** Whether two pieces of data are equal, whatever the order of keys. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (!isMap(left) || !isMap(right)) return false;
  const [before, after] = [left, right].map((map) => Object.keys(map).filter((key) => map[key] !== undefined)) as [string[], string[]];
  return before.length === after.length && before.every((key) => isSame(left[key], right[key]));
}

/** Whether a value is a map. */
export const isMap = (value: unknown): value is Map => typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at the keys; undefined if it does not exist. */
export function valueAt(data: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Map)[key] : undefined), data);
}
