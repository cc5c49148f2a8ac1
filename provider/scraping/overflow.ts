import { printYaml } from "../text/yaml";
import type { Values } from "../values/values";
import type { Job } from "./scraping";

/** A job as an item of a YAML list. */
export interface PrintedJob {
  readonly name: string;
  readonly text: string;
}

/** Jobs for one file, or a single one that is too long for any. */
export type Bucket = { readonly jobs: readonly PrintedJob[] } | { readonly tooLong: PrintedJob };

export const printedJob = ({ name, tree }: Job, values: Values): PrintedJob => ({ name, text: printYaml([tree], values) });

export const textOf = (jobs: readonly PrintedJob[]): string => jobs.map(({ text }) => text).join("");

/**
 * Spreads jobs over files, each no larger than `limit` when it is compressed: where that does not hold the jobs are cut into runs of equal
 * length, half as many again as their size asks for, until it does.
 */
export function buckets(jobs: readonly PrintedJob[], limit: number, values: Values): Bucket[] {
  const size = values.gzippedSize(textOf(jobs));
  const [first] = jobs;
  if (size <= limit || !first) return [{ jobs }];
  if (jobs.length === 1) return [{ tooLong: first }];
  const length = Math.ceil(jobs.length / Math.ceil((size * 1.5) / limit));
  const runs = Array.from({ length: Math.ceil(jobs.length / length) }, (_, index) => jobs.slice(index * length, (index + 1) * length));
  return runs.flatMap((run) => buckets(run, limit, values));
}
