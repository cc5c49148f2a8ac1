import type { z } from "zod";
import { type SourcedKeys, unlessEmpty } from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { list } from "../../../schema/fields";
import type { Tree } from "../../../text/tree";

/** One kind of receivers: its fields, their conversion, and their checks. */
// biome-ignore lint/suspicious/noExplicitAny: the table holds kinds of different fields
export interface ReceiverKind<Config = any> {
  /** The keys of an entry, in their order. */
  readonly keys: SourcedKeys<Config>;
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

/** The entries of a map that have a value, in the order of their keys. */
export function filledEntries(map: Readonly<Record<string, string>> = {}, sorted: (map: Readonly<Record<string, Tree>>) => Tree): Tree {
  return unlessEmpty(sorted(Object.fromEntries(Object.entries(map).filter(([, value]) => value !== ""))));
}
