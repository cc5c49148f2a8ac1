import type { z } from "zod";
import { type Keys, switchedOn } from "../../../config/keys";
import type { Answers } from "../../../config/references";
import type { Context } from "../../../context";
import { list } from "../../../schema/fields";
import type { Tree } from "../../../text/tree";
import { joinPath } from "../../../world/issues";

/** How an entry of a receiver becomes keys of Alertmanager's configuration: `path` is the entry's in the resource. */
export type ReceiverKeys<Config> = Keys<[config: Config, answers: Answers, path: string]>;

/** The names of fields by the keys that they become, where the two differ: block by block. */
export interface FieldNames {
  readonly [key: string]: string | FieldNames;
}

/** One kind of receivers: its fields, their conversion, and their checks. */
// biome-ignore lint/suspicious/noExplicitAny: the table holds kinds of different fields
export interface ReceiverKind<Config = any> {
  /** The keys of an entry, in their order. */
  readonly keys: ReceiverKeys<Config>;
  /** The source fields of keys with other names. */
  readonly names?: FieldNames;
  /** Fields that name files of Alertmanager's container, beside those of `http_config`. */
  readonly files?: readonly (readonly string[])[];
  /** Reports problems beyond the field types. */
  readonly check?: (config: Config, path: string, context: Context) => void;
}

interface Settings<Schema extends z.ZodType> extends ReceiverKind<z.output<Schema>> {
  /** Description of the list of its entries. */
  readonly description: string;
  readonly config: Schema;
}

/** A kind of receivers with the field that lists its entries. */
export function receiverKind<Schema extends z.ZodType>({ description, config, ...kind }: Settings<Schema>) {
  return { ...kind, entries: list(description, config) };
}

type Given<Name extends string> = Readonly<Partial<Record<Name, Tree>>>;
type Referring<Name extends string> = Readonly<Partial<Record<Name, Parameters<Answers["value"]>[0]>>>;

function forEach<Name extends string, Key>(names: readonly Name[], key: (name: Name) => Key): Record<Name, Key> {
  return Object.fromEntries(names.map((name) => [name, key(name)])) as Record<Name, Key>;
}

/** Keys that are fields of the same names: left out when they are empty, zero or off. */
export const filledFields = <Name extends string>(...names: readonly Name[]): Record<Name, (config: Given<Name>) => Tree> =>
  forEach(names, (name) => (config: Given<Name>) => unlessEmpty(config[name]));

/** Keys with fields of the same names and any value. */
export const givenFields = <Name extends string>(...names: readonly Name[]): Record<Name, (config: Given<Name>) => Tree> =>
  forEach(names, (name) => (config: Given<Name>) => config[name]);

/** Keys that are the values which fields of the same names refer to. */
export const secretFields = <Name extends string>(
  ...names: readonly Name[]
): Record<Name, (config: Referring<Name>, answers: Answers, path: string) => Tree> =>
  forEach(
    names,
    (name) => (config: Referring<Name>, answers: Answers, path: string) => answers.filledValue(config[name], joinPath(path, name)),
  );

/** A value, unless it is empty, zero or off. */
export function unlessEmpty(value: Tree): Tree {
  if (value === "" || value === 0 || value === null) return undefined;
  if (typeof value === "object") return Object.keys(value).length === 0 ? undefined : value;
  return typeof value === "boolean" ? switchedOn(value) : value;
}

/** The entries of a map that have a value, in the order of their keys. */
export function filledEntries(map: Readonly<Record<string, string>> = {}, sorted: (map: Readonly<Record<string, Tree>>) => Tree): Tree {
  return unlessEmpty(sorted(Object.fromEntries(Object.entries(map).filter(([, value]) => value !== ""))));
}
