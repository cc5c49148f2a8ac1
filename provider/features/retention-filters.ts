import type { z } from "zod";
import type { Context } from "../context";
import { list, object, required, string } from "../schema/fields";
import { parseRetention } from "../text/retention";
import { flag } from "../workload/command-line";
import { isLicensed } from "../workload/license";
import type { License } from "../workload/license-fields";
import type { Plain } from "../workload/plain";
import { checkFilter } from "./downsampling";

export const retentionPeriod = string(
  "Retention of samples: a number of months, or a number with `h`, `d`, `w` or `y`. Default: the application's own, one month.",
  {
    pattern: /^[0-9]+(h|d|w|y)?$/,
    expected: "expected a number of months such as 12, or a number with h, d, w or y such as 30d",
    example: "30d",
  },
);

const retentionFilter = object("RetentionFilter", "A retention of its own for some series.", {
  filter: required(string('Series selector for the series, `{team="a"}`.')),
  retention: required(string("Retention of these series, `3d` for example. More than `retentionPeriod` is an error.")),
});

export const retentionFilters = list(
  "Retentions for some series that differ from `retentionPeriod`. Enterprise only: without a license it is an error.",
  retentionFilter,
);

type RetentionFilters = Plain<z.output<typeof retentionFilters>>;

const day = 24 * 60 * 60 * 1_000;

/** Retentions that a database does not start below, by their flags. */
const leastRetentions: ReadonlyMap<string, { readonly milliseconds: number; readonly text: string }> = new Map([
  ["retentionPeriod", { milliseconds: day, text: "one day (1d)" }],
  ["futureRetention", { milliseconds: 2 * day, text: "two days (2d)" }],
]);

/** Reports retentions that a database does not start with. `args` are its extra arguments, which stand at `path` and win over the field. */
export function checkRetentions(
  retentionPeriod: string | undefined,
  args: Readonly<Record<string, string>> = {},
  path: string,
  context: Context,
): void {
  checkRetention("retentionPeriod", retentionPeriod, "spec.retentionPeriod", context);
  for (const flag of leastRetentions.keys()) checkRetention(flag, args[flag], `${path}.extraArgs.${flag}`, context);
}

/** Reports a retention that a database does not start with. `path` is the field that gives it to the flag. */
export function checkRetention(flag: string, text: string | undefined, path: string, { values, report }: Context): void {
  const least = leastRetentions.get(flag);
  if (!text || !least) return;
  const isTooShort = values.check(text, (known) => (parseRetention(String(known)) ?? least.milliseconds) < least.milliseconds);
  if (isTooShort) report.error(path, `is too short, and the database does not start with it: expected at least ${least.text}`);
}

/** A flag for each retention of some series. */
export const retentionFilterFlags = (filters: RetentionFilters = []): string[] =>
  filters.map(({ filter, retention }) => flag("retentionFilter", `${filter}:${retention}`));

/** Reports retentions of some series that the application would refuse. `path` is the field with the filters. */
export function checkRetentionFilters(
  filters: RetentionFilters = [],
  path: string,
  retentionPeriod: string | undefined,
  license: License | undefined,
  context: Context,
): void {
  if (filters.length === 0) return;
  const { report } = context;
  if (!isLicensed(license)) report.error(path, "need the enterprise version: give a license");
  const longest = retentionPeriod ? milliseconds(retentionPeriod, "spec.retentionPeriod", context) : undefined;
  for (const [index, { filter, retention }] of filters.entries()) {
    const where = `${path}[${index}]`;
    if (filter === "") report.error(`${where}.filter`, 'is required: expected a series selector such as {team="a"}');
    checkFilter(filter, `${where}.filter`, context);
    const kept = milliseconds(retention, `${where}.retention`, context);
    if (kept !== undefined && longest !== undefined && kept > longest)
      report.error(`${where}.retention`, "must not exceed retentionPeriod");
  }
}

/** The milliseconds of a retention; undefined if it is not known yet, or invalid, which is reported. */
function milliseconds(text: string, path: string, { values, report }: Context): number | undefined {
  if (!values.isKnown(text)) return undefined;
  const result = values.check(text, (known) => parseRetention(String(known)));
  if (result === undefined) report.error(path, "expected a number of months such as 12, or a duration such as 30d");
  return result;
}
