import type { z } from "zod";
import { globalRule } from "../config/relabel-rules";
import { checkRelabelRules } from "../config/relabeling-check";
import { printYaml, type Tree } from "../config/yaml";
import { type Context, configMapValue } from "../context";
import type { Place } from "../kubernetes/config-map";
import type { Plain } from "../workload/plain";
import type { streamAggregation } from "./stream-aggregation-fields";

export type StreamAggregation = Plain<z.output<typeof streamAggregation>>;
type Rule = NonNullable<StreamAggregation["rules"]>[number];

/** Where files with aggregation rules go. */
export const streamAggregationPlace: Place = {
  role: "stream-aggregation",
  prefix: "stream-aggr",
  volumeName: "stream-aggr",
  mountPath: "/etc/vm/stream-aggr",
};

/** Whether there are rules, in line or by reference. */
export const hasAggregationRules = (config: StreamAggregation | undefined): config is StreamAggregation =>
  (config?.rules ?? []).length > 0 || config?.configmap !== undefined;

/** A file with aggregation rules: those in line, then those of a ConfigMap. `path` is the field of the block. */
export function streamAggregationFile(
  { rules = [], configmap }: StreamAggregation,
  namespace: string,
  path: string,
  context: Context,
): string {
  const inline = rules.length > 0 ? printYaml(rules.map(printedRule), context.values) : "";
  return inline + (configmap ? configMapValue(context, namespace, configmap, `${path}.configmap`) : "");
}

const filledText = (text: string | undefined): Tree => text || undefined;
const filledList = (list: readonly string[] | undefined): Tree => (list?.length ? list : undefined);
const relabelRules = (rules: Rule["input_relabel_configs"]): Tree => (rules?.length ? rules.map(globalRule) : undefined);

/** The keys of a printed rule, in their order, and where their values come from. */
const keys: Readonly<Record<string, (rule: Rule) => Tree>> = {
  match: ({ match }) => (Array.isArray(match) && match.length < 2 ? filledText(match[0]) : (match as Tree)),
  interval: ({ interval }) => filledText(interval),
  no_align_flush_to_interval: (rule) => rule.no_align_flush_to_interval,
  flush_on_shutdown: (rule) => rule.flush_on_shutdown || undefined,
  dedup_interval: (rule) => filledText(rule.dedup_interval),
  staleness_interval: (rule) => filledText(rule.staleness_interval),
  outputs: ({ outputs }) => outputs,
  keep_metric_names: (rule) => rule.keep_metric_names,
  ignore_old_samples: (rule) => rule.ignore_old_samples,
  by: ({ by }) => filledList(by),
  without: ({ without }) => filledList(without),
  ignore_first_intervals: (rule) => rule.ignore_first_intervals,
  ignore_first_sample_interval: ({ ignoreFirstSampleInterval }) => ignoreFirstSampleInterval,
  drop_input_labels: (rule) => rule.drop_input_labels,
  input_relabel_configs: (rule) => relabelRules(rule.input_relabel_configs),
  output_relabel_configs: (rule) => relabelRules(rule.output_relabel_configs),
  enable_windows: (rule) => rule.enable_windows || undefined,
};

const printedRule = (rule: Rule): Tree => Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, value(rule)]));

/** Reports relabeling of aggregation rules that the application would refuse. `path` is the field of the block. */
export function checkAggregationRules(config: StreamAggregation | undefined, path: string, context: Context): void {
  for (const [index, rule] of (config?.rules ?? []).entries()) {
    for (const field of ["input_relabel_configs", "output_relabel_configs"] as const) {
      checkRelabelRules(rule[field], `${path}.rules[${index}].${field}`, context);
    }
  }
}

/** A flag of stream aggregation: its value for one block, and the value that stands for none. */
export interface AggregationFlag {
  readonly name: string;
  readonly value: (config: StreamAggregation) => string | number | boolean | undefined;
  readonly gap: string | number | boolean;
}

/** Flags that only rules give a meaning to. */
export const ruleFlags: readonly AggregationFlag[] = [
  { name: "keepInput", value: ({ keepInput }) => keepInput, gap: false },
  { name: "dropInput", value: ({ dropInput }) => dropInput, gap: false },
  { name: "ignoreFirstIntervals", value: ({ ignoreFirstIntervals }) => ignoreFirstIntervals, gap: 0 },
  { name: "ignoreFirstSampleInterval", value: ({ ignoreFirstSampleInterval }) => ignoreFirstSampleInterval, gap: "" },
  { name: "ignoreOldSamples", value: ({ ignoreOldSamples }) => ignoreOldSamples, gap: false },
  { name: "enableWindows", value: ({ enableWindows }) => enableWindows, gap: false },
];

/** Flags that hold without rules too. `separator` stands between labels. */
export const generalFlags = (separator: string): AggregationFlag[] => [
  { name: "dedupInterval", value: ({ dedupInterval }) => dedupInterval, gap: "" },
  { name: "dropInputLabels", value: ({ dropInputLabels = [] }) => dropInputLabels.join(separator), gap: "" },
];

/** The flags `-streamAggr.…` of an application that aggregates all that it ingests. `file` is the name of the file with the rules. */
export function streamAggregationFlags(config: StreamAggregation | undefined, file: string): string[] {
  if (!config) return [];
  const given = (list: readonly AggregationFlag[]): string[] =>
    list.flatMap(({ name, value, gap }) => {
      const actual = value(config) ?? gap;
      return actual === gap ? [] : [`-streamAggr.${name}=${actual}`];
    });
  const forRules = hasAggregationRules(config)
    ? [`-streamAggr.config=${streamAggregationPlace.mountPath}/${file}`, ...given(ruleFlags)]
    : [];
  return [...forRules, ...given(generalFlags(","))];
}
