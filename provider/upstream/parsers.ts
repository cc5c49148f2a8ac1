/** A parser's error about a text. */
export interface ParseProblem {
  /** The parser's own words, which may quote the text. */
  readonly message: string;
  /** The place of the error, from 1; 0 if not known. */
  readonly line: number;
  readonly column: number;
}

/** The parsers for the parts of rules. */
export interface Parsers {
  /** The problem of a MetricsQL expression; undefined if it can be evaluated. */
  readonly expression: (text: string) => ParseProblem | undefined;
  /** The problem of a template for labels or annotations. */
  readonly template: (text: string) => ParseProblem | undefined;
}
