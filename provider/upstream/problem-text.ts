import type { ParseProblem } from "./parsers";

/** The place where a parser stopped, and its words unless they may show a secret. */
export function describeProblem({ message, line, column }: ParseProblem, isSecret: boolean): string {
  const place = column > 0 ? `line ${line}, column ${column}: ` : line > 0 ? `line ${line}: ` : "";
  return place + (isSecret ? "it cannot be parsed" : message);
}
