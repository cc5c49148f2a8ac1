import type { Context } from "../context";
import { regularExpressionProblem } from "../text/regular-expression";
import { isTemplate } from "../text/template";

/** Reports an invalid regular expression. */
export function checkExpression(text: string, path: string, { values, report }: Pick<Context, "values" | "report">): void {
  const problem = values.check(text, (known) => (isTemplate(String(known)) ? undefined : regularExpressionProblem(String(known))));
  if (problem) report.error(path, problem);
}
