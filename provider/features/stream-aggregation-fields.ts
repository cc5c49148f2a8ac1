import { boolean, described, integer, item, list, object, required, string, stringOrList } from "../schema/fields";
import { configMapKey } from "../schema/key-references";
import { relabelConfigs } from "../schema/relabeling-fields";

const rule = object("StreamAggrRule", "Which series are aggregated, over which time, and into what.", {
  match: stringOrList("Series selector, or several of them, for the series that the rule takes in. Default: all series."),
  interval: required(string("Length of a window, `1m` for example: the result is written after each.")),
  outputs: required(list("What is computed for each window: `total`, `sum_samples`, `quantiles(0.5, 0.99)` and so on.", item)),
  by: list("Labels that the results keep; all others are dropped. Not together with `without`.", item),
  without: list("Labels that the results lose; all others are kept. Not together with `by`.", item),
  dedup_interval: string("Of the samples of a series within this time, only the last one counts. Default: none are left out."),
  staleness_interval: string("Time without samples after which the state of a series is forgotten. Default: twice `interval`."),
  flush_on_shutdown: boolean("Writes the unfinished window when the application stops. Default false."),
  no_align_flush_to_interval: boolean("Windows start with the application rather than at multiples of `interval`. Default false."),
  ignore_old_samples: boolean("Drops samples from before the current window. Default: as the block around it says."),
  ignore_first_intervals: integer("Number of windows after the start whose results are not written. Default: as the block around it says."),
  ignoreFirstSampleInterval: string(
    "Time after the start for which the first sample of a new series is not counted, for `total` and the like.",
  ),
  keep_metric_names: boolean("Results keep the metric's name, without the suffix that names rule and output. Only with a single output."),
  drop_input_labels: list("Labels taken off the samples before anything else. Default: as the block around it says.", item),
  input_relabel_configs: relabelConfigs("Relabeling of the samples before they are aggregated."),
  output_relabel_configs: relabelConfigs("Relabeling of the results."),
  enable_windows: boolean("Sorts samples into windows by their own time, for exactness at the price of memory. Default false."),
});

export const streamAggregation = object(
  "StreamAggrConfig",
  "Aggregation of samples as they stream in. Rules of `rules` come before those of `configmap`; with neither there is at most deduplication.",
  {
    rules: list("The rules.", rule),
    configmap: described("Further rules, as YAML in a ConfigMap. A missing ConfigMap or key is an error.", configMapKey),
    keepInput: boolean("Also passes on the samples that a rule has taken in. Default false; only with rules."),
    dropInput: boolean("Passes on no samples but the results, not even those that no rule takes in. Default false; only with rules."),
    dedupInterval: string(
      "Of the samples of a series within this time, only the last one is passed on or aggregated. Default: none are left out.",
    ),
    dropInputLabels: list("Labels taken off all samples before deduplication and aggregation.", item),
    ignoreOldSamples: boolean("Drops samples from before the current window. Default false; only with rules."),
    ignoreFirstIntervals: integer("Number of windows after the start whose results are not written. Default 0; only with rules."),
    ignoreFirstSampleInterval: string("Time after the start for which the first sample of a new series is not counted. Only with rules."),
    enableWindows: boolean(
      "Sorts samples into windows by their own time, for exactness at the price of memory. Default false; only with rules.",
    ),
  },
);
