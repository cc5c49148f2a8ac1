import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import { printYaml } from "./yaml";

/** An item of a YAML list, with a name for readers. */
export interface PrintedItem {
  readonly name: string;
  readonly text: string;
  /** The printed data. */
  readonly tree: Tree;
  /** Key of the custom resource that it comes from. */
  readonly object?: string;
}

/** Items of one file; an item longer than a file stands alone. */
export type Bucket = { readonly items: readonly PrintedItem[] } | { readonly tooLong: PrintedItem };

export const printedItem = (name: string, tree: Tree, values: Values): PrintedItem => ({ name, text: printYaml([tree], values), tree });

export const textOf = (items: readonly PrintedItem[]): string => items.map(({ text }) => text).join("");

/**
 * Distributes the items of a list over files of at most `limit` compressed bytes. While files are too large, the items are cut into equal runs, half
 * as many again as their size requires.
 */
export function buckets(items: readonly PrintedItem[], limit: number, values: Values): Bucket[] {
  const size = values.gzippedSize(textOf(items), limit);
  const [first] = items;
  if (size <= limit || !first) return [{ items }];
  if (items.length === 1) return [{ tooLong: first }];
  const length = Math.ceil(items.length / Math.ceil((size * 1.5) / limit));
  const runs = Array.from({ length: Math.ceil(items.length / length) }, (_, index) => items.slice(index * length, (index + 1) * length));
  return runs.flatMap((run) => buckets(run, limit, values));
}
