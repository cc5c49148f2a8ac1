import type { Context } from "../../context";
import { isLicensed } from "../../kubernetes/license";
import type { License } from "../../kubernetes/workload";
import { parseRetention } from "../../text/retention";
import { checkFilter } from "./downsampling";
import type { Spec } from "./single";

/** Reports retentions of some series that the application would refuse. */
export function checkRetentionFilters(
  filters: Spec["retentionFilters"] = [],
  retentionPeriod: string | undefined,
  license: License | undefined,
  context: Context,
): void {
  if (filters.length === 0) return;
  const { report } = context;
  const path = "spec.retentionFilters";
  if (!isLicensed(license)) report.error(path, "belong to the enterprise version: give a license");
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

/** The milliseconds of a retention; undefined if it is not known yet, or is none, which is reported. */
function milliseconds(text: string, path: string, { values, report }: Context): number | undefined {
  if (!values.isKnown(text)) return undefined;
  const result = values.check(text, (known) => parseRetention(String(known)));
  if (result === undefined) report.error(path, "expected a number of months such as 12, or a duration such as 30d");
  return result;
}
