import { RE2JS, RE2JSSyntaxException } from "re2js";

/** What is wrong with a regular expression for RE2, as Go and so VictoriaMetrics have it; undefined if nothing is. The text is not quoted. */
export function regularExpressionProblem(text: string): string | undefined {
  try {
    RE2JS.compile(text);
    return undefined;
  } catch (error) {
    return `is not a regular expression (RE2): ${error instanceof RE2JSSyntaxException ? error.getDescription() : "it cannot be compiled"}`;
  }
}
