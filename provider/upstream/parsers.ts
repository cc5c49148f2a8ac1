/** A parser's error about a text. */
export interface ParseProblem {
  /** The parser's own words, which may quote the text. */
  readonly message: string;
  /** The place of the error, from 1; 0 if not known. */
  readonly line: number;
  readonly column: number;
}

/** VictoriaMetrics' error about a list of rules. */
export interface RuleProblem {
  /** Its own words, which may quote the text. */
  readonly message: string;
  /** The rule that is refused, from 1; 0 where the list as a whole cannot be read. */
  readonly rule: number;
}

/** VictoriaMetrics' parsers of all that is rules. Each says what is wrong with a text, and nothing if it is taken. */
export interface Parsers {
  /** An expression of MetricsQL. */
  readonly expression: (text: string) => ParseProblem | undefined;
  /** A template for labels or annotations. */
  readonly template: (text: string) => ParseProblem | undefined;
  /** A query of LogsQL for a rule, which needs a `stats` pipe that does not group by time. */
  readonly logsRule: (text: string) => ParseProblem | undefined;
  /** A filter of LogsQL for log entries. */
  readonly logsFilter: (text: string) => ParseProblem | undefined;
  /** A YAML list of relabeling rules. */
  readonly relabeling: (rules: string) => RuleProblem | undefined;
  /** A YAML list of rules of stream aggregation; `options` is a YAML map with the flags that hold for all of them. */
  readonly aggregation: (rules: string, options: string) => RuleProblem | undefined;
}
