import { isMap, type Tree } from "../text/tree";
import { joinPath } from "../world/issues";
import { switchedOn, type TreeMap, written } from "./keys";
import type { Answers } from "./references";

type Field<Settings> = keyof Settings & string;

/** A key of a printed map, with the field of the settings that its value comes from; `path` is the place of the settings in the resource. */
export interface SourcedKey<Settings> {
  (settings: Settings, answers: Answers, path: string): Tree;
  readonly field: (settings: Settings) => Field<Settings>;
}

/** The keys of a printed map in their order. A key without a source is a type error. */
export type SourcedKeys<Settings> = Readonly<Record<string, SourcedKey<Settings>>>;

/** A key with its source: one field, or that one of several which decides for these settings. */
export function from<Settings>(
  field: Field<Settings> | ((settings: Settings) => Field<Settings>),
  value: (settings: Settings, answers: Answers, path: string) => Tree,
): SourcedKey<Settings> {
  const key = (settings: Settings, answers: Answers, path: string): Tree => value(settings, answers, path);
  return Object.assign(key, { field: typeof field === "function" ? field : () => field });
}

type With<Name extends string, Value> = Readonly<Partial<Record<Name, Value>>>;
type Reference = Parameters<Answers["value"]>[0];

/** Keys with the names of their fields. */
function sameFields<Name extends string, Value>(
  names: readonly Name[],
  value: (value: Value | undefined, answers: Answers, path: string) => Tree,
): Record<Name, SourcedKey<With<Name, Value>>> {
  const keys = names.map((name) => [
    name,
    from<With<Name, Value>>(name, (settings, answers, path) => value(settings[name], answers, joinPath(path, name))),
  ]);
  return Object.fromEntries(keys) as Record<Name, SourcedKey<With<Name, Value>>>;
}

/** Keys that are fields of the same names: left out when they are empty, zero or off. */
export const filledFields = <Name extends string>(...names: readonly Name[]) => sameFields<Name, Tree>(names, unlessEmpty);

/** Keys that are fields of the same names, with any value. */
export const givenFields = <Name extends string>(...names: readonly Name[]) => sameFields<Name, Tree>(names, (value) => value);

/** Keys with the values that fields of the same names refer to. */
export const secretFields = <Name extends string>(...names: readonly Name[]) =>
  sameFields<Name, Reference>(names, (reference, answers, path) => answers.filledValue(reference, path));

/** The same for keys beside which another one takes a file: without a value where the file is mounted. */
export const copiedFields = <Name extends string>(...names: readonly Name[]) =>
  sameFields<Name, Reference>(names, (reference, answers, path) =>
    answers.mountsFiles ? undefined : answers.filledValue(reference, path),
  );

/**
 * Keys with the values that fields of the same names refer to, and beside each the key `<name>_file`, which takes the value's file where files are
 * mounted and the program knows it: from `release` on.
 */
export function secretOrFileFields<Name extends string>(release: string, ...names: readonly Name[]) {
  const keys = names.flatMap((name) => {
    const source = (value: (reference: Reference, answers: Answers, path: string) => Tree) =>
      from<With<Name, Reference>>(name, (settings, answers, path) => value(settings[name], answers, joinPath(path, name)));
    return [
      [name, source((reference, answers, path) => (answers.mountsFrom(release) ? undefined : answers.filledValue(reference, path)))],
      [`${name}_file`, source((reference, answers, path) => (answers.mountsFrom(release) ? answers.file(reference, path) : undefined))],
    ] as const;
  });
  return Object.fromEntries(keys) as Record<Name | `${Name}_file`, SourcedKey<With<Name, Reference>>>;
}

/** A key with a block of settings; an empty one is printed too. */
export const blockField = <Name extends string, Settings>(name: Name, keys: SourcedKeys<Settings>) =>
  sameFields<Name, Settings>([name], (settings, answers, path) => settings && block(keys, settings, answers, path));

/** A key with a list of blocks; an empty list is left out. */
export const listField = <Name extends string, Settings>(name: Name, keys: SourcedKeys<Settings>) =>
  sameFields<Name, readonly Settings[]>([name], (entries = [], answers, path) =>
    unlessEmpty(entries.map((entry, index) => block(keys, entry, answers, joinPath(path, index)))),
  );

/** A value, unless it is empty, zero or off. */
export function unlessEmpty(value: Tree): Tree {
  if (value === "" || value === 0 || value === null) return undefined;
  if (typeof value === "object") return Object.keys(value).length === 0 ? undefined : value;
  return typeof value === "boolean" ? switchedOn(value) : value;
}

/** The settings of a custom resource that a printed map comes from. */
interface Source {
  readonly path: string;
  readonly fieldOf: (key: string) => string | undefined;
}

const sources = new WeakMap<object, Source>();

/** The map that keys make of settings; it knows where its values come from. */
export function block<Settings>(keys: SourcedKeys<Settings>, settings: Settings, answers: Answers, path: string): TreeMap {
  const map = written(keys, settings, answers, path);
  sources.set(map, { path, fieldOf: (key) => (Object.hasOwn(keys, key) ? keys[key]?.field(settings) : undefined) });
  return map;
}

const sourceOf = (tree: Tree): Source | undefined => (isMap(tree) ? sources.get(tree) : undefined);

/** The path of a key in a map, which is at `path` itself: that of the key's field, if the map was made from settings of a custom resource. */
export function sourcePath(tree: Tree, path: string, key: string): string {
  const source = sourceOf(tree);
  return joinPath(source?.path ?? path, source?.fieldOf(key) ?? key);
}

/** The name of a key for people: that of its field. */
export const sourceName = (tree: Tree, key: string): string => sourceOf(tree)?.fieldOf(key) ?? key;

/** The names of those keys that can be given in the place which the map comes from. */
export function sourceNames(tree: Tree, keys: readonly string[]): string[] {
  const source = sourceOf(tree);
  return source ? [...new Set(keys.flatMap((key) => source.fieldOf(key) ?? []))] : [...keys];
}
