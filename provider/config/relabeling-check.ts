import type { Context } from "../context";
import { regularExpressionProblem } from "../text/regular-expression";
import { seriesSelectorProblem } from "../text/series-selector";
import { isTemplate } from "../text/template";
import type { Report } from "../world/issues";
import { filled, type TreeMap } from "./keys";
import { checkLabelName } from "./label-check";
import { jobRule } from "./relabel-rules";
import type { RelabelRule } from "./setting-types";

type Checks = Pick<Context, "values" | "report">;
type Field = "sourceLabels" | "targetLabel" | "regex" | "modulus" | "replacement" | "if" | "match" | "labels";

interface Action {
  /** One field of each group is required. */
  readonly needs?: readonly (readonly Field[])[];
  readonly refuses?: readonly Field[];
  /** Minimum number of source labels. */
  readonly sources?: number;
}

const onlyGraphite = ["match", "labels"] as const;
const plain: Action = { refuses: onlyGraphite };
const filter: Action = { needs: [["sourceLabels", "if"]], refuses: onlyGraphite };
const metricFilter: Action = { needs: [["regex", "if"]], refuses: ["sourceLabels", ...onlyGraphite] };
const containment: Action = { needs: [["sourceLabels"], ["targetLabel"]], refuses: ["regex", ...onlyGraphite] };
const sameness: Action = { needs: [["sourceLabels"]], refuses: ["targetLabel", "regex", ...onlyGraphite], sources: 2 };
const equality: Action = { needs: [["targetLabel"]], refuses: ["regex", ...onlyGraphite] };
const transformation: Action = { needs: [["sourceLabels"], ["targetLabel"]], refuses: onlyGraphite };

/** VictoriaMetrics' requirements for a rule, by its action: https://docs.victoriametrics.com/victoriametrics/relabeling/ */
const actions: Readonly<Record<string, Action>> = {
  replace: { needs: [["targetLabel"]], refuses: onlyGraphite },
  replace_all: transformation,
  uppercase: transformation,
  lowercase: transformation,
  hashmod: { needs: [["sourceLabels"], ["targetLabel"], ["modulus"]], refuses: onlyGraphite },
  keep: filter,
  drop: filter,
  keep_metrics: metricFilter,
  drop_metrics: metricFilter,
  keep_if_contains: containment,
  drop_if_contains: containment,
  keep_if_equal: sameness,
  drop_if_equal: sameness,
  keepequal: equality,
  dropequal: equality,
  labelmap: plain,
  labelmap_all: plain,
  labeldrop: plain,
  labelkeep: plain,
  graphite: { needs: [["match"], ["labels"]], refuses: ["sourceLabels", "targetLabel", "replacement", "regex"] },
};

/**
 * Reports relabel rules that VictoriaMetrics would refuse, and with them the job or the whole file. A clear mistake (an unknown action, an invalid
 * expression) is an error; too few or too many fields are a warning, since such rules exist in practice.
 */
export function checkRelabelRules(rules: readonly RelabelRule[] = [], path: string, checks: Checks): void {
  for (const [index, rule] of rules.entries()) checkRule(rule, `${path}[${index}]`, checks);
}

function checkRule(rule: RelabelRule, path: string, checks: Checks): void {
  if (!filled(jobRule(rule))) return void checks.report.warning(path, `is empty${refused}: leave it out`);
  checkAction(rule, path, checks);
  checkSpelling(rule, path, checks);
  checkLabelName(filled(rule.targetLabel) ?? rule.target_label, `${path}.targetLabel`, checks);
  checkExpression(listOf(rule.regex).join("|"), `${path}.regex`, checks);
  for (const selector of listOf(rule.if)) checkText(selector, `${path}.if`, seriesSelectorProblem, checks);
}

const refused = ", which VictoriaMetrics refuses";

function checkAction(rule: RelabelRule, path: string, { values, report }: Checks): void {
  const name = values.check(filled(rule.action) ?? "replace", (text) => String(text).toLowerCase());
  if (name === undefined || isTemplate(name)) return;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action) checkFields(rule, name, action, path, report);
  else report.error(`${path}.action`, `expected one of ${Object.keys(actions).join(", ")}`);
}

function checkFields(
  rule: RelabelRule,
  name: string,
  { needs = [], refuses = [], sources = 1 }: Action,
  path: string,
  report: Report,
): void {
  const given = givenFields(rule);
  for (const group of needs) {
    if (!group.some((field) => given[field] !== undefined))
      report.warning(path, `has no ${group.join(" or ")}${refused} with the action ${name}`);
  }
  for (const field of refuses) {
    if (given[field] !== undefined) report.warning(`${path}.${field}`, `is given${refused} with the action ${name}: leave it out`);
  }
  const { sourceLabels, modulus } = given;
  if (Array.isArray(sourceLabels) && sourceLabels.length < sources) {
    report.warning(`${path}.sourceLabels`, `has fewer than ${sources} labels${refused} with the action ${name}`);
  }
  if (typeof modulus === "number" && modulus < 0) report.error(`${path}.modulus`, "expected a number of at least 1");
}

function givenFields(rule: RelabelRule): Partial<Record<Field, TreeMap[string]>> {
  const { source_labels: sourceLabels, target_label: targetLabel, ...others } = jobRule(rule);
  return { sourceLabels, targetLabel, ...others };
}

const spellings = [
  ["sourceLabels", "source_labels"],
  ["targetLabel", "target_label"],
] as const;

/** The winning spelling depends on the place of the rule. */
function checkSpelling(rule: RelabelRule, path: string, { report }: Checks): void {
  for (const [camel, snake] of spellings) {
    if (filled(rule[camel]) && filled(rule[snake]))
      report.warning(`${path}.${snake}`, `repeats ${camel}, which is given too: leave one out`);
  }
}

/** Reports an invalid regular expression. */
export function checkExpression(text: string, path: string, checks: Checks): void {
  checkText(text, path, regularExpressionProblem, checks);
}

function checkText(text: string, path: string, problemOf: (text: string) => string | undefined, { values, report }: Checks): void {
  const problem = values.check(text, (known) => (isTemplate(String(known)) ? undefined : problemOf(String(known))));
  if (problem) report.error(path, problem);
}

const listOf = (texts: string | readonly string[] = []): readonly string[] => (typeof texts === "string" ? [texts] : texts);
