/** What a parser says about a text that it cannot read. */
export interface ParseProblem {
  /** The parser's own words, which may quote the text. */
  readonly message: string;
  /** Where it stopped, from 1; 0 where it does not say. */
  readonly line: number;
  readonly column: number;
}

/** The parsers of what rules are made of. */
export interface Parsers {
  /** What is wrong with an expression of MetricsQL; nothing if it can be evaluated. */
  readonly expression: (text: string) => ParseProblem | undefined;
  /** What is wrong with a template for labels or annotations. */
  readonly template: (text: string) => ParseProblem | undefined;
}
