import type { Context } from "../../context";
import { parseSignedDuration } from "../../text/duration";
import type { CustomResource } from "../../world/objects";
import { checkExpression, languageOf } from "./expression";
import type { VMRuleSpec } from "./schema";
import { checkTemplates } from "./templates";

type Group = VMRuleSpec["groups"][number];
type Rule = Group["rules"][number];

/** Reports errors for vmalert. */
export function check({ spec }: CustomResource<VMRuleSpec>, context: Context): void {
  const names = new Map<string, number>();
  for (const [index, group] of spec.groups.entries()) {
    const path = `spec.groups[${index}]`;
    const first = names.get(group.name);
    if (group.name === "") context.report.error(`${path}.name`, "is empty: expected a name");
    if (first !== undefined) context.report.error(`${path}.name`, `is the name of groups[${first}] too: give each group a unique name`);
    else names.set(group.name, index);
    checkGroup(group, path, context);
  }
}

function checkGroup(group: Group, path: string, context: Context): void {
  checkSchedule(group, path, context);
  checkLimits(group, path, context);
  checkTenant(group.tenant, `${path}.tenant`, context);
  checkHeaders(group, path, context);
  const language = languageOf(group.type, `${path}.type`, context);
  for (const [index, rule] of group.rules.entries()) {
    const where = `${path}.rules[${index}]`;
    checkRule(rule, where, context);
    checkExpression(rule.expr, language, `${where}.expr`, context);
  }
}

/** Intervals, and how evaluations lie in them. */
function checkSchedule({ interval, eval_offset, eval_delay }: Group, path: string, context: Context): void {
  const { report } = context;
  const length = milliseconds(interval, `${path}.interval`, context);
  const offset = milliseconds(eval_offset, `${path}.eval_offset`, context);
  milliseconds(eval_delay, `${path}.eval_delay`, context);
  if (length !== undefined && length < 0) report.error(`${path}.interval`, "is negative: expected a duration such as 1m");
  if (eval_offset && eval_delay) report.error(`${path}.eval_delay`, "cannot be given next to eval_offset: leave one of them out");
  const isLengthKnown = !interval || length !== undefined;
  if (offset !== undefined && isLengthKnown && Math.abs(offset) > (length ?? 0))
    report.error(`${path}.eval_offset`, "must be at most as long as interval, which must be given with it");
}

function checkLimits({ limit, concurrency }: Group, path: string, { values, report }: Context): void {
  for (const [name, value] of Object.entries({ limit, concurrency })) {
    const known = typeof value === "string" ? values.check(value, Number) : value;
    if (known !== undefined && known < 0) report.error(`${path}.${name}`, "is negative: expected 0 or more");
  }
}

const int32 = (text: string): boolean =>
  /^[-+]?[0-9]+$/.test(text) && BigInt.asIntN(32, BigInt(text.replace(/^\+/, ""))) === BigInt(text.replace(/^\+/, ""));

function checkTenant(tenant: string | undefined, path: string, { values, report }: Context): void {
  if (!tenant) return;
  const parts = values.check(tenant, (known) => String(known).trim().split(":"));
  if (parts && (parts.length > 2 || !parts.every(int32)))
    report.error(path, "expected accountID or accountID:projectID, of 32-bit integers, such as 42:7");
}

function checkHeaders({ headers, notifier_headers }: Group, path: string, { values, report }: Context): void {
  for (const [name, list] of Object.entries({ headers, notifier_headers })) {
    for (const [index, header] of (list ?? []).entries()) {
      const isValid = values.check(header, (text) => text === "" || String(text).includes(":"));
      if (isValid === false) report.error(`${path}.${name}[${index}]`, "expected a name, a colon and a value: Name: value");
    }
  }
}

function checkRule(rule: Rule, path: string, context: Context): void {
  const { report } = context;
  if (rule.record && rule.alert) report.error(path, "has both record and alert: split it into two rules");
  if (!rule.record && !rule.alert) report.error(path, "has neither record nor alert: expected one of them");
  milliseconds(rule.for, `${path}.for`, context);
  milliseconds(rule.keep_firing_for, `${path}.keep_firing_for`, context);
  if (rule.labels && "__name__" in rule.labels)
    report.error(`${path}.labels.__name__`, "cannot be a label: the name of the series is given by record");
  for (const field of ["labels", "annotations"] as const) checkTemplates(rule[field], `${path}.${field}`, context);
}

/** The length of a duration; undefined if it is missing, not known yet, or invalid, which is reported. */
function milliseconds(text: string | undefined, path: string, { values, report }: Context): number | undefined {
  if (!text || !values.isKnown(text)) return undefined;
  const length = values.check(text, (known) => parseSignedDuration(String(known)));
  if (length === undefined) report.error(path, "is not a duration: expected one such as 30s, 1m30s or 500ms");
  return length;
}
