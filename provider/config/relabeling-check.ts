import type { Context } from "../context";
import { isTemplate } from "../text/template";
import type { Tree } from "../text/tree";
import type { Parsers, RuleProblem } from "../upstream/parsers";
import { filled, type TreeMap } from "./keys";
import { checkLabelName } from "./label-check";
import { globalRule, jobRule } from "./relabel-rules";
import type { RelabelRule } from "./setting-types";
import { printYaml } from "./yaml";

type Checks = Pick<Context, "values" | "report" | "parsers">;

/** Where rules stand: how they are written there, and what becomes of a rule that VictoriaMetrics refuses. */
interface Place {
  readonly print: (rule: RelabelRule) => TreeMap;
  /** Whether rules without any field are left out. */
  readonly leavesOutEmpty?: boolean;
  /** Whether a refused rule takes only its job with it; the application does not start with any other. */
  readonly isOfJob?: boolean;
}

/** Rules of one scrape job. */
export const ofJob: Place = { print: jobRule, isOfJob: true };

/** Rules in a file for all that is ingested, or for one target of remote write. */
export const ofFile: Place = { print: jobRule, leavesOutEmpty: true };

/** Rules in the section `global`: each job has them. */
export const ofAllJobs: Place = { print: globalRule };

/** Reports relabel rules that VictoriaMetrics refuses, in its own words. `path` is that of the list. */
export function checkRelabelRules(rules: readonly RelabelRule[] = [], path: string, checks: Checks, place: Place = ofJob): void {
  for (const [index, rule] of rules.entries()) {
    const where = `${path}[${index}]`;
    checkNames(rule, where, checks);
    const printed = place.print(rule);
    if (filled(printed) || !place.leavesOutEmpty) checkRule(rule, printed, where, checks, place);
  }
}

/** Warns of unusual names that VictoriaMetrics accepts. */
export function checkNames(rule: RelabelRule, path: string, checks: Checks): void {
  checkSpelling(rule, path, checks);
  checkLabelName(filled(rule.targetLabel) ?? rule.target_label, `${path}.targetLabel`, checks);
}

function checkRule(rule: RelabelRule, printed: Tree, path: string, checks: Checks, place: Place): void {
  const problem = refusal([printYaml([printed], checks.values)], path, checks, ({ relabeling }, text) => relabeling(text));
  if (problem) reportRefusal(problem, inLine(problem), `${path}${fieldOf(problem, rule)}`, checks, place);
}

/** The field that the words are about, if it is given: they have its name as Prometheus spells it. */
function fieldOf({ message }: RuleProblem, rule: RelabelRule): string {
  const name = message.startsWith(ofCondition) ? "if" : (/`(\w+)`/.exec(message)?.[1] ?? "");
  const camel = name.replace(/_[a-z]/, ([, letter = ""]) => letter.toUpperCase());
  const given = [camel, name].find((field) => filled(rule[field as keyof RelabelRule] as string | undefined) !== undefined);
  return given ? `.${given}` : "";
}

/** How words about `if` begin: stream aggregation calls its own condition so. */
const ofCondition = "unexpected `match` option: ";

/** Reports a text with rules that VictoriaMetrics refuses, and tells whether it takes it. `path` is the field that the text is from. */
export function checkRelabelText(text: string, path: string, checks: Checks, place: Place = ofFile): boolean {
  const problem = refusal([text], path, checks, ({ relabeling }, known) => relabeling(known));
  if (problem) reportRefusal(problem, inText(problem), path, checks, place);
  return problem === undefined;
}

/** A parser's answer about a text, and whether the text is secret. */
export interface Refusal extends RuleProblem {
  readonly isSecret: boolean;
}

/** A parser's answer about texts; nothing where one of them is not known yet, or filled in by the application when it starts. */
export function refusal<const Texts extends readonly string[]>(
  texts: Texts,
  path: string,
  { values, parsers, report }: Checks,
  parse: (parsers: Parsers, ...texts: Texts) => RuleProblem | undefined,
): Refusal | undefined {
  const loaded = parsers();
  if (!loaded) {
    report.warning(path, "is not checked: this build of the package lacks VictoriaMetrics' parsers (`npm run build` adds them)");
    return undefined;
  }
  const known = texts.map((text) => values.check(text, String));
  if (known.some((text) => text === undefined || isTemplate(text))) return undefined;
  const problem = parse(loaded, ...(known as unknown as Texts));
  return problem && { ...problem, isSecret: texts.some((text) => values.isSecret(text)) };
}

/** A parser's words about a single rule, whose lines nobody has seen. */
export function inLine({ message, isSecret }: Refusal): string {
  if (isSecret) return "its secret values do not fit";
  return message
    .replace(ofCondition, "")
    .replace(/^yaml: unmarshal errors:\s*/, "")
    .replaceAll(/\bline \d+: /g, "")
    .replaceAll(/\s*\n\s*/g, "; ");
}

/** A parser's words about a list of rules. */
export function inText({ message, rule, isSecret }: Refusal): string {
  const place = rule > 0 ? `rule ${rule}: ` : "";
  return place + (isSecret ? "it cannot be read" : message.replaceAll(/:?\s*\n\s*/g, ": "));
}

function reportRefusal({ rule }: Refusal, words: string, path: string, { report }: Checks, { isOfJob }: Place): void {
  if (!isOfJob) report.error(path, `is refused by VictoriaMetrics, which does not start with it: ${words}`);
  else if (rule === 0) report.error(path, `is refused by VictoriaMetrics, and the whole configuration with it: ${words}`);
  else report.warning(path, `is refused by VictoriaMetrics, which leaves the job out: ${words}`);
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
