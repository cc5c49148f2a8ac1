import { brokenBy, limits } from "./measure";
import type { Preview } from "./run";

/** The numbers of one preview, in the columns of `heading`. */
export const row = ({ stack, change, measurement }: Preview): string => {
  const { lines, changed, longest, unchangedShown, unchangedAround } = measurement;
  return columns([stack, change, lines, changed, longest, unchangedShown.length, unchangedAround.length]);
};

const titles = ["stack", "change", "lines", "changed", "longest", "unchanged shown", "unchanged around"] as const;
const widths = [10, 50, 6, 7, 7, 15, 16];
const texts = 2;

const columns = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, index) => (index < texts ? String(cell).padEnd(widths[index] ?? 0) : String(cell).padStart(widths[index] ?? 0)))
    .join("  ");

/** The columns of a row. */
export const heading = columns(titles);

/** The average and the worst of all previews. */
export function summary(previews: readonly Preview[]): string {
  const lines = previews.map(({ measurement }) => measurement.lines);
  const changed = previews.map(({ measurement }) => measurement.changed);
  const longest = Math.max(...previews.map(({ measurement }) => measurement.longest));
  return [
    `average ${average(lines).toFixed(1)} lines, ${average(changed).toFixed(1)} of them changed`,
    `worst ${Math.max(...lines)} lines, longest line ${longest} characters`,
  ].join("; ");
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Which limits are not kept. */
export function problems(previews: readonly Preview[]): string[] {
  const mean = average(previews.map(({ measurement }) => measurement.lines));
  const ofAll = mean > limits.average ? [`${mean.toFixed(1)} lines on average, not ${limits.average}`] : [];
  return [
    ...ofAll,
    ...previews.flatMap(({ stack, change, measurement }) => brokenBy(measurement).map((problem) => `${stack}, ${change}: ${problem}`)),
  ];
}
