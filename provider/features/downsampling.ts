import type { z } from "zod";
import type { Context } from "../context";
import { list, object, required, string } from "../schema/fields";
import { parseDuration } from "../text/duration";
import { seriesSelectorProblem } from "../text/series-selector";
import { flag } from "../workload/command-line";
import { isLicensed } from "../workload/license";
import type { License } from "../workload/license-fields";
import type { Plain } from "../workload/plain";

const downsamplingPeriod = object("DownsamplingPeriod", "An age, and the distance between the samples kept from then on.", {
  offset: required(string("Age from which samples are downsampled, `30d` for example. It must be a multiple of `interval`.")),
  interval: required(
    string("One sample per series is kept for each such time, `5m` for example. Intervals of a rule must divide one another."),
  ),
});

const downsamplingRule = object("DownsamplingRule", "Downsampling of some series by age.", {
  filter: string('Series selector for the series, `{team="a"}`. Default: all series; two rules with the same filter are an error.'),
  periods: required(list("Ages and intervals. At least one is needed.", downsamplingPeriod)),
});

export const downsampling = object(
  "DownsamplingConfig",
  "Downsampling of old samples. Enterprise only: without a license it is an error.",
  {
    dedupInterval: string("Keeps only the last sample of a series within this time. It must divide the intervals of all rules."),
    rules: list("The rules.", downsamplingRule),
  },
);

export type Downsampling = Plain<z.output<typeof downsampling>>;
type Rule = NonNullable<Downsampling["rules"]>[number];

/** A flag for each period of each rule, with the rule's filter in front. */
export function downsamplingFlags(downsampling: Downsampling | undefined): string[] {
  return (downsampling?.rules ?? []).flatMap(({ filter, periods }) =>
    periods.map(({ offset, interval }) => flag("downsampling.period", `${filter ? `${filter}:` : ""}${offset}:${interval}`)),
  );
}

/** Reports rules for downsampling that the application would refuse. */
export function checkDownsampling(downsampling: Downsampling | undefined, license: License | undefined, context: Context): void {
  if (!downsampling) return;
  const { rules = [], dedupInterval } = downsampling;
  const { report } = context;
  const path = "spec.downsampling";
  if (!isLicensed(license)) report.error(path, "needs the enterprise version: give a license");
  const dedup = dedupInterval ? milliseconds(dedupInterval, `${path}.dedupInterval`, context) : undefined;
  for (const [index, rule] of rules.entries()) {
    const where = `${path}.rules[${index}]`;
    const first = rules.findIndex(({ filter = "" }) => context.values.isEqual(filter, rule.filter ?? ""));
    if (first < index) report.error(`${where}.filter`, `is the same as that of rules[${first}]: put all periods into one rule`);
    checkFilter(rule.filter, `${where}.filter`, context);
    checkPeriods(rule, dedup, `${where}.periods`, context);
  }
}

/** Reports a filter that is not a series selector. */
export function checkFilter(filter: string | undefined, path: string, { values, report }: Context): void {
  const problem = filter && values.check(filter, (text) => seriesSelectorProblem(String(text)));
  if (problem) report.error(path, problem);
}

function checkPeriods({ periods }: Rule, dedup: number | undefined, path: string, context: Context): void {
  const { report } = context;
  if (periods.length === 0) report.error(path, "must not be empty: expected at least one period");
  const known = periods.map(({ offset, interval }, index) => ({
    offset: milliseconds(offset, `${path}[${index}].offset`, context),
    interval: milliseconds(interval, `${path}[${index}].interval`, context),
  }));
  for (const [index, { offset, interval }] of known.entries()) {
    if (interval === undefined) continue;
    const where = `${path}[${index}]`;
    if (interval === 0 && offset) report.error(`${where}.interval`, "must be greater than 0 unless the offset is 0");
    if (offset !== undefined && !isMultiple(offset, interval)) report.error(`${where}.offset`, "must be a multiple of the interval");
    if (dedup !== undefined && !isMultiple(interval, dedup)) report.error(`${where}.interval`, "must be a multiple of dedupInterval");
    const other = known.slice(0, index).findIndex((earlier) => !areMultiples(earlier.interval, interval));
    if (other >= 0) report.error(`${where}.interval`, `must be a multiple of the interval of periods[${other}], or divide it`);
  }
}

const areMultiples = (left: number | undefined, right: number): boolean =>
  left === undefined || isMultiple(left, right) || isMultiple(right, left);

/** Zero is always accepted. */
const isMultiple = (value: number, unit: number): boolean => unit === 0 || value % unit === 0;

/** The milliseconds of a duration; undefined if it is not known yet, or invalid, which is reported. */
function milliseconds(text: string, path: string, { values, report }: Context): number | undefined {
  if (!values.isKnown(text)) return undefined;
  const result = values.check(text, (known) => parseDuration(String(known)));
  if (result === undefined) report.error(path, "expected a duration such as 30d or 5m");
  return result;
}
