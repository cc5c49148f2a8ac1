/** A target after relabeling: its labels and URL, or the reason why it is dropped. */
export interface RelabeledTarget {
  readonly labels?: Readonly<Record<string, string>>;
  readonly url?: string;
  /** The rule that drops it, from 0; as many as there are rules when only internal labels are left in the end. */
  readonly rule?: number;
  /** The part of it that cannot be used. */
  readonly problem?: string;
}

/** The labels of a sample after a rule; a dropped sample has no labels. */
export interface RelabelStep {
  /** The rule, from 0; as many as there are rules for the last step, which takes off labels for internal use. */
  readonly rule: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** The result of one rule of stream aggregation for a sample. */
export interface Aggregated {
  readonly isMatched: boolean;
  /** The labels of the series that come out of it. */
  readonly series: readonly Readonly<Record<string, string>>[];
}

/** The rules of a scrape job, and the parameters of its requests. */
interface RelabelingJob {
  readonly rules: readonly unknown[];
  readonly params: Readonly<Record<string, readonly string[]>>;
}

/** VictoriaMetrics' relabeling and stream aggregation. Each throws when it refuses the rules. */
export interface Relabeling {
  readonly targets: (job: RelabelingJob, labels: readonly Readonly<Record<string, string>>[]) => readonly RelabeledTarget[];
  readonly sample: (rules: readonly unknown[], labels: Readonly<Record<string, string>>) => readonly RelabelStep[];
  /** `rules` are YAML, `options` a YAML map of flags. */
  readonly aggregation: (rules: string, options: string, labels: Readonly<Record<string, string>>) => readonly Aggregated[];
}
