import type { TargetChange } from "../inspect/targets-formats";
import { grouped } from "../text/grouped";
import { own } from "../text/own";
import { titleOf } from "./change-model";
import { listed } from "./words";

/** Most targets, and most changed labels, that an entry names. */
const most = 10;

const words = { gained: "gained", lost: "lost", relabeled: "with other labels" } as const;
const kinds = Object.keys(words) as (keyof typeof words)[];

/** `2 gained, 1 lost`. */
export const targetCounts = (changes: readonly TargetChange[]): string =>
  kinds
    .map((kind) => ({ kind, count: changes.filter(({ change }) => change === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${words[kind]}`)
    .join(", ");

/** The changes of targets, an entry for each job. */
export function targetEntries(changes: readonly TargetChange[]): { readonly title: string; readonly lines: readonly string[] }[] {
  const byJob = grouped(changes.map((change) => [`${titleOf(change.scraper)}: ${change.job}`, change]));
  return [...byJob].map(([title, all]) => ({
    title: `${title}, ${targetCounts(all)}`,
    lines: [...urlLines(all, "gained"), ...urlLines(all, "lost"), ...labelLines(all)],
  }));
}

function urlLines(all: readonly TargetChange[], kind: "gained" | "lost"): string[] {
  const urls = all.filter(({ change }) => change === kind).map(({ url }) => url);
  return urls.length > 0 ? [`${words[kind]}: ${listed(urls, most)}`] : [];
}

/** Targets with the same changes of labels share a line. */
function labelLines(all: readonly TargetChange[]): string[] {
  const byChange = grouped(all.flatMap(({ before, labels, url }) => (before ? [[labelDifferences(before, labels), url] as const] : [])));
  const lines = [...byChange].map(([text, urls]) => `${text}: ${listed(urls, most)}`);
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
}

type Labels = TargetChange["labels"];

function labelDifferences(before: Labels, now: Labels): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const value = (labels: Labels, name: string): string => {
    const text = own(labels, name);
    return text === undefined ? "nothing" : JSON.stringify(text);
  };
  return names
    .filter((name) => own(before, name) !== own(now, name))
    .map((name) => `label ${name} ${value(before, name)} → ${value(now, name)}`)
    .join(", ");
}
