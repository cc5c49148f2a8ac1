import { RE2JS, RE2JSSyntaxException } from "re2js";

/**
 * Results are kept: scrape objects repeat the same few expressions thousands of times, and parsing one takes as long as all other checks of a rule.
 */
const problems = new Map<string, string | undefined>();
const mostRemembered = 10_000;

/** The problem of a regular expression for RE2, the syntax of Go and VictoriaMetrics; undefined if it is valid. The text is not quoted. */
export function regularExpressionProblem(text: string): string | undefined {
  if (problems.has(text)) return problems.get(text);
  if (problems.size >= mostRemembered) problems.clear();
  const problem = problemOf(text);
  problems.set(text, problem);
  return problem;
}

function problemOf(text: string): string | undefined {
  try {
    RE2JS.compile(text);
    return undefined;
  } catch (error) {
    return `is not a regular expression (RE2): ${error instanceof RE2JSSyntaxException ? error.getDescription() : "it cannot be compiled"}`;
  }
}

/** Whether a regular expression for RE2 matches the whole of a text. */
export const matchesWhole = (expression: string, text: string): boolean => RE2JS.compile(`^(?:${expression})$`).matcher(text).find();
