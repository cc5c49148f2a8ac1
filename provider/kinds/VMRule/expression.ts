import type { Context } from "../../context";
import { graphiteProblem } from "../../text/graphite";
import type { ParseProblem, Parsers } from "../../upstream/parsers";
import { describeProblem } from "../../upstream/problem-text";

/** A language of expressions: its name and its check. */
interface Language {
  readonly name: string;
  readonly needsParsers?: boolean;
  readonly problem: (text: string, parsers: Parsers | undefined) => ParseProblem | undefined;
}

const metricsql: Language = {
  name: "MetricsQL",
  needsParsers: true,
  problem: (text, parsers) => parsers?.expression(text),
};

/** The values of a group's `type`. */
const languages: Readonly<Record<string, Language>> = {
  "": metricsql,
  prometheus: metricsql,
  graphite: { name: "Graphite", problem: graphiteProblem },
  vlogs: { name: "LogsQL", needsParsers: true, problem: (text, parsers) => parsers?.logsRule(text) },
};

/** The language of a group's expressions; undefined if it is not known. */
export function languageOf(type: string | undefined, path: string, { values, report }: Context): Language | undefined {
  const name = values.check(type ?? "", String);
  if (name === undefined || Object.hasOwn(languages, name)) return languages[name ?? "unknown"];
  report.error(path, "is not a language of rules: expected prometheus, graphite or vlogs");
  return undefined;
}

/** Reports an expression that cannot be evaluated in its language. */
export function checkExpression(text = "", language: Language | undefined, path: string, context: Context): void {
  const { values, report } = context;
  if (values.isEmpty(text)) report.error(path, "is empty: expected an expression such as up == 0");
  else if (language && values.isKnown(text)) {
    const parsers = language.needsParsers ? parsersOf(context) : undefined;
    const problem = values.check(text, (known) => language.problem(String(known), parsers));
    if (problem) report.error(path, `is not an expression of ${language.name}: ${describeProblem(problem, values.isSecret(text))}`);
  }
}

/** The parsers; without parsers an object gets one warning that its rules were not checked. */
export function parsersOf({ parsers, report }: Context): Parsers | undefined {
  const loaded = parsers();
  if (!loaded)
    report.warning(
      "spec.groups",
      "expressions and templates are not checked: this build of the package lacks the parsers (`npm run build` adds them)",
    );
  return loaded;
}
