import type { Review } from "../findings";
import { type Entry, sectionsOf } from "./sections";

/** A review as plain text, whole. */
export function textOf(review: Review): string {
  const sections = sectionsOf(review).map(({ title, entries }) => [title, ...entries.flatMap(entryLines)].join("\n"));
  return `${[review.headline, ...sections].join("\n\n")}\n`;
}

const entryLines = ({ title, lines, difference = [] }: Entry): string[] => [
  `  ${title}`,
  ...lines.map((line) => `      ${line}`),
  ...difference.map((line) => `      ${line}`.trimEnd()),
];
