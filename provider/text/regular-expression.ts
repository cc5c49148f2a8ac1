import { RE2JS, RE2JSSyntaxException } from "re2js";
import { remembering } from "./remembering";

/**
 * The problem of a regular expression for RE2, the syntax of Go and VictoriaMetrics; undefined if it is valid. The text is not quoted. Scrape
 * objects repeat the same few expressions thousands of times, and parsing one takes as long as all other checks of a rule.
 */
export const regularExpressionProblem = remembering((text: string): string | undefined => {
  try {
    RE2JS.compile(text);
    return undefined;
  } catch (error) {
    return `is not a regular expression (RE2): ${error instanceof RE2JSSyntaxException ? error.getDescription() : "it cannot be compiled"}`;
  }
});

/** Whether a regular expression for RE2 matches the whole of a text. */
export const matchesWhole = (expression: string, text: string): boolean => RE2JS.compile(`^(?:${expression})$`).matcher(text).find();
