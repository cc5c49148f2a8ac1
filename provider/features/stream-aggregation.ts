import type { z } from "zod";
import { globalRule } from "../config/relabel-rules";
import { checkNames, inLine, inText, type Refusal, refusal } from "../config/relabeling-check";
import { printYaml } from "../config/yaml";
import { type Context, configMapValue, joinedRules } from "../context";
import type { Place } from "../kubernetes/config-map";
import { boolean, described, integer, item, list, object, required, string, stringOrList } from "../schema/fields";
import { configMapKey } from "../schema/key-references";
import { relabelConfigs } from "../schema/relabeling-fields";
import type { Tree } from "../text/tree";
import type { Plain } from "../workload/plain";

const rule = object("StreamAggrRule", "A rule: input series, window and outputs.", {
  match: stringOrList("Series selector, or several of them, for the input series. Default: all series."),
  interval: required(string("Length of a window, `1m` for example: the result is written after each.")),
  outputs: required(list("Values computed for each window: `total`, `sum_samples`, `quantiles(0.5, 0.99)` and so on.", item)),
  by: list("Labels that the results keep; all others are dropped. Not together with `without`.", item),
  without: list("Labels that the results lose; all others are kept. Not together with `by`.", item),
  dedup_interval: string("Uses only the last sample of a series within this time. Default: all samples."),
  staleness_interval: string("Time without samples after which the state of a series is forgotten. Default: twice `interval`."),
  flush_on_shutdown: boolean("Writes the unfinished window when the application stops. Default false."),
  no_align_flush_to_interval: boolean("Windows start with the application rather than at multiples of `interval`. Default false."),
  ignore_old_samples: boolean("Drops samples from before the current window. Default: the setting of the outer block."),
  ignore_first_intervals: integer(
    "Number of windows after the start whose results are not written. Default: the setting of the outer block.",
  ),
  ignoreFirstSampleInterval: string(
    "Time after the start for which the first sample of a new series is not counted, for `total` and the like.",
  ),
  keep_metric_names: boolean("Results keep the metric's name, without the suffix that names rule and output. Only with a single output."),
  drop_input_labels: list("Labels removed from the samples first. Default: the setting of the outer block.", item),
  input_relabel_configs: relabelConfigs("Relabeling of the samples before they are aggregated."),
  output_relabel_configs: relabelConfigs("Relabeling of the results."),
  enable_windows: boolean("Sorts samples into windows by their own time, for exactness at the price of memory. Default false."),
});

export const streamAggregation = object(
  "StreamAggrConfig",
  "Aggregation of samples as they stream in. Rules of `rules` come before those of `configmap`; without rules only deduplication is possible.",
  {
    rules: list("The rules.", rule),
    configmap: described("Further rules, as YAML in a ConfigMap. A missing ConfigMap or key is an error.", configMapKey),
    keepInput: boolean("Also passes on the samples used by a rule. Default false; only with rules."),
    dropInput: boolean("Passes on only the results, and drops also samples that no rule uses. Default false; only with rules."),
    dedupInterval: string("Uses only the last sample of a series within this time. Default: all samples."),
    dropInputLabels: list("Labels removed from all samples before deduplication and aggregation.", item),
    ignoreOldSamples: boolean("Drops samples from before the current window. Default false; only with rules."),
    ignoreFirstIntervals: integer("Number of windows after the start whose results are not written. Default 0; only with rules."),
    ignoreFirstSampleInterval: string("Time after the start for which the first sample of a new series is not counted. Only with rules."),
    enableWindows: boolean(
      "Sorts samples into windows by their own time, for exactness at the price of memory. Default false; only with rules.",
    ),
  },
);

export type StreamAggregation = Plain<z.output<typeof streamAggregation>>;
type Rule = NonNullable<StreamAggregation["rules"]>[number];

/** The place of files with aggregation rules. */
export const streamAggregationPlace: Place = {
  role: "stream-aggregation",
  prefix: "stream-aggr",
  volumeName: "stream-aggr",
  mountPath: "/etc/vm/stream-aggr",
};

/** Whether there are rules, in line or by reference. */
export const hasAggregationRules = (config: StreamAggregation | undefined): config is StreamAggregation =>
  (config?.rules ?? []).length > 0 || config?.configmap !== undefined;

/**
 * A file with aggregation rules: those in line, then those of a ConfigMap, which are checked here for they are known only now. `path` is the field
 * of the block.
 */
export function streamAggregationFile(
  config: StreamAggregation,
  namespace: string,
  path: string,
  context: Context,
  ignored: Ignored = [],
): string {
  const { rules = [], configmap } = config;
  const inline = rules.length > 0 ? printYaml(rules.map(printedRule), context.values) : "";
  if (!configmap) return inline;
  const where = `${path}.configmap`;
  const referred = configMapValue(context, namespace, configmap, where, joinedRules);
  const flags = flagsOf(config, ignored, context);
  if (!checkRules(referred, flags, where, context, inText) && inline) checkRules(inline + referred, flags, where, context, inText);
  return inline + referred;
}

const filledText = (text: string | undefined): Tree => text || undefined;
const filledList = (list: readonly string[] | undefined): Tree => (list?.length ? list : undefined);
const relabelRules = (rules: Rule["input_relabel_configs"]): Tree => (rules?.length ? rules.map(globalRule) : undefined);

/** The keys of a printed rule, in their order, with the sources of their values. */
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

/** Flags that VictoriaMetrics looks at when it reads rules. */
const options = ["dedupInterval", "dropInputLabels", "ignoreOldSamples", "ignoreFirstIntervals", "keepInput", "enableWindows"] as const;

type Ignored = readonly (typeof options)[number][];

/** Flags that an application does not look at when it reads rules, if it stores the aggregated samples itself. */
export const notOfStorage: Ignored = ["keepInput"];

/** Reports rules that VictoriaMetrics refuses, and does not start with. `path` is the field of the block. */
export function checkAggregation(config: StreamAggregation | undefined, path: string, context: Context, ignored: Ignored = []): void {
  if (!config) return;
  if (config.ignoreFirstSampleInterval && hasAggregationRules(config)) {
    context.report.warning(
      `${path}.ignoreFirstSampleInterval`,
      "becomes a flag that VictoriaMetrics up to v1.150.0 does not know, and does not start with: give it in each of the rules instead",
    );
  }
  const flags = flagsOf(config, ignored, context);
  if (checkRules("[]", flags, `${path}.dedupInterval`, context, inLine)) return;
  for (const [index, rule] of (config.rules ?? []).entries()) checkRule(rule, flags, `${path}.rules[${index}]`, context);
}

function checkRule(rule: Rule, flags: string, path: string, context: Context): void {
  for (const field of ["input_relabel_configs", "output_relabel_configs"] as const) {
    for (const [index, relabeling] of (rule[field] ?? []).entries()) checkNames(relabeling, `${path}.${field}[${index}]`, context);
  }
  const print = (one: Rule): string => printYaml([printedRule(one)], context.values);
  const problem = refused(print(rule), flags, path, context);
  if (problem && keptNames.test(problem.message)) {
    context.report.warning(path, `${doesNotStart}: ${inLine(problem)}`);
    checkRules(print({ ...rule, keep_metric_names: false }), flags, path, context, inLine);
  } else if (problem) context.report.error(path, `${doesNotStart}: ${inLine(problem)}`);
}

/** Contradictions that the operator's own examples have: resources with them are around, so they get a warning. */
const keptNames = /^`keep_metric_names` cannot be applied|^`-streamAggr.keepInput` and `keep_metric_names`/;

const doesNotStart = "is refused by VictoriaMetrics, which does not start with it";

const refused = (rules: string, flags: string, path: string, context: Context): Refusal | undefined =>
  refusal([rules, flags], path, context, ({ aggregation }, ...texts) => aggregation(...texts));

/** Reports rules that VictoriaMetrics refuses, and tells whether it does. */
function checkRules(rules: string, flags: string, path: string, context: Context, words: (problem: Refusal) => string): boolean {
  const problem = refused(rules, flags, path, context);
  if (problem) context.report.error(path, `${doesNotStart}: ${words(problem)}`);
  return problem !== undefined;
}

function flagsOf(config: StreamAggregation, ignored: Ignored, { values }: Context): string {
  const given = options.filter((name) => config[name] !== undefined && !ignored.includes(name));
  return printYaml(Object.fromEntries(given.map((name) => [name, config[name] as Tree])), values);
}

/** A flag of stream aggregation: its value for one block, and the value for an absent one. */
export interface AggregationFlag {
  readonly name: string;
  readonly value: (config: StreamAggregation) => string | number | boolean | undefined;
  readonly gap: string | number | boolean;
}

/** Flags that need rules. */
export const ruleFlags: readonly AggregationFlag[] = [
  { name: "keepInput", value: ({ keepInput }) => keepInput, gap: false },
  { name: "dropInput", value: ({ dropInput }) => dropInput, gap: false },
  { name: "ignoreFirstIntervals", value: ({ ignoreFirstIntervals }) => ignoreFirstIntervals, gap: 0 },
  { name: "ignoreFirstSampleInterval", value: ({ ignoreFirstSampleInterval }) => ignoreFirstSampleInterval, gap: "" },
  { name: "ignoreOldSamples", value: ({ ignoreOldSamples }) => ignoreOldSamples, gap: false },
  { name: "enableWindows", value: ({ enableWindows }) => enableWindows, gap: false },
];

/** Flags that also work without rules. `separator` stands between labels. */
export const generalFlags = (separator: string): AggregationFlag[] => [
  { name: "dedupInterval", value: ({ dedupInterval }) => dedupInterval, gap: "" },
  { name: "dropInputLabels", value: ({ dropInputLabels = [] }) => dropInputLabels.join(separator), gap: "" },
];

/** The flags `-streamAggr.…` of an application that aggregates all ingested samples. `file` is the name of the file with the rules. */
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
