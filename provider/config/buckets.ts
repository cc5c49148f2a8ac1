import type { Tree } from "../text/tree";
import type { Values } from "../values/values";
import { printYaml } from "./yaml";

/** An item of a YAML list, with a name for readers. */
export interface PrintedItem {
  readonly name: string;
  readonly text: string;
  /** What is printed. */
  readonly tree: Tree;
  /** Key of the custom resource that it comes from. */
  readonly object?: string;
}

/** Items for one file, or a single one that is too long for any. */
export type Bucket = { readonly items: readonly PrintedItem[] } | { readonly tooLong: PrintedItem };

export const printedItem = (name: string, tree: Tree, values: Values): PrintedItem => ({ name, text: printYaml([tree], values), tree });

export const textOf = (items: readonly PrintedItem[]): string => items.map(({ text }) => text).join("");

/**
 * Spreads the items of a list over files, each no larger than `limit` when it is compressed: where that does not hold the items are cut into
 * runs of equal length, half as many again as their size asks for, until it does.
 */
export function buckets(items: readonly PrintedItem[], limit: number, values: Values): Bucket[] {
  const size = values.gzippedSize(textOf(items));
  const [first] = items;
  if (size <= limit || !first) return [{ items }];
  if (items.length === 1) return [{ tooLong: first }];
  const length = Math.ceil(items.length / Math.ceil((size * 1.5) / limit));
  const runs = Array.from({ length: Math.ceil(items.length / length) }, (_, index) => items.slice(index * length, (index + 1) * length));
  return runs.flatMap((run) => buckets(run, limit, values));
}
