import type { z } from "zod";
import { type Keys, type TreeMap, written } from "../../../config/keys";
import type { References } from "../../../config/references";
import type { Context } from "../../../context";
import { list } from "../../../schema/fields";
import { discoveryClient } from "../../../scraping/clients";
import type { DiscoveryClient } from "../../../scraping/scrape-types";
import type { Values } from "../../../values/values";

/** One item of a discovery's list, with the context for printing it; `path` is the item's. */
type Input<Item> = readonly [item: Item, references: References, path: string, values: Values];

/** One discovery of targets: its fields, and the conversion of its items. */
export interface Discovery<Item = object, Items = unknown> {
  /** The key of the output. */
  readonly key: string;
  /** The field that lists its items. */
  readonly items: Items;
  print(...input: Input<Item>): TreeMap;
  /** Reports problems of an item beyond its field types. */
  check?(item: Item, path: string, context: Context): void;
  /** The scraper refuses its whole configuration with this discovery: the alternative. */
  readonly refused?: string;
}

interface Settings<Schema extends z.ZodType> extends Omit<Discovery<z.output<Schema>>, "print" | "items"> {
  /** Description of the list of its items. */
  readonly description: string;
  readonly config: Schema;
  readonly keys: Keys<Input<z.output<Schema>>>;
  /** Keys that come behind those of the client. */
  readonly after?: Keys<Input<z.output<Schema>>>;
}

/** The warning for a setting that the operator's fields have and VictoriaMetrics does not. */
export const refusal = "is refused by the scraper, and with it the whole configuration";

/** An item's own keys come first, then those of the client that asks for targets, where it is one, then `after`. */
export function discovery<Schema extends z.ZodType>({ description, config, keys, after = {}, ...settings }: Settings<Schema>) {
  type Item = z.output<Schema>;
  const print = (...input: Input<Item>): TreeMap => {
    const [item, references, path] = input;
    return { ...written(keys, ...input), ...discoveryClient(item as DiscoveryClient, references, path), ...written(after, ...input) };
  };
  const items = list(description, config);
  return { ...settings, items, print } satisfies Discovery<Item>;
}
