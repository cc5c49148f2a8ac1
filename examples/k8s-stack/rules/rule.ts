/** How urgent an alert is: `critical` pages somebody, `warning` can wait until later in the day, `info` is only shown, and `none` is for machines. */
type Severity = "critical" | "warning" | "info" | "none";

/** An alerting rule. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly keep_firing_for?: string;
  readonly labels: { readonly severity: Severity };
  readonly annotations: { readonly summary: string; readonly description: string };
}

/** A recording rule. Its name says by which labels its series differ, what they measure, and how: `node:cpu_busy:ratio`. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Rules that are evaluated one after the other. */
export interface RuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly rules: (AlertingRule | RecordingRule)[];
}

/** The parts of an alert. */
export interface Alert {
  readonly severity: Severity;
  readonly expr: string;
  /** How long the expression holds before the alert fires; at once by default. */
  readonly for?: string;
  /** How long the alert stays after the expression has ceased to hold. */
  readonly keepFiringFor?: string;
  /** One line for a list of alerts. */
  readonly summary: string;
  /** The finding and its meaning. */
  readonly finding: string;
  /** The next steps. */
  readonly action: string;
}

/** An alerting rule whose description says what was found and what to do about it. */
export function alert(name: string, { severity, expr, for: duration, keepFiringFor, summary, finding, action }: Alert): AlertingRule {
  return {
    alert: name,
    expr: oneLine(expr),
    ...(duration !== undefined && { for: duration }),
    ...(keepFiringFor !== undefined && { keep_firing_for: keepFiringFor }),
    labels: { severity },
    annotations: { summary, description: `${oneLine(finding)} ${oneLine(action)}` },
  };
}

/** A recording rule. */
export const record = (name: string, expr: string, labels?: Readonly<Record<string, string>>): RecordingRule => ({
  record: name,
  expr: oneLine(expr),
  ...(labels && { labels }),
});

/** Expressions and sentences are written over several lines here, and stand on one in the cluster. */
const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, " ");
