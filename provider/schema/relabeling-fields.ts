import { described, integer, item, knownWord, list, map, object, string, stringOrList } from "./fields";
import { configMapKey } from "./key-references";

/** The actions, in the order of VictoriaMetrics' documentation. */
const actions = [
  "replace",
  "replace_all",
  "keep",
  "drop",
  "keepequal",
  "dropequal",
  "keep_if_equal",
  "drop_if_equal",
  "keep_if_contains",
  "drop_if_contains",
  "keep_metrics",
  "drop_metrics",
  "lowercase",
  "uppercase",
  "hashmod",
  "labelmap",
  "labelmap_all",
  "labelkeep",
  "labeldrop",
  "graphite",
];

/** The spellings of the prometheus-operator. VictoriaMetrics reads an action in whatever case. */
const otherSpellings = [
  "Replace",
  "Keep",
  "Drop",
  "KeepEqual",
  "DropEqual",
  "Lowercase",
  "Uppercase",
  "HashMod",
  "LabelMap",
  "LabelKeep",
  "LabelDrop",
];

export const relabelConfig = object("RelabelConfig", "A relabeling rule. Its action and expressions are passed on unchanged.", {
  action: knownWord(
    "Action of the rule: `replace`, `keep`, `drop`, `labelmap`, `hashmod`, `graphite` and so on. Default `replace`.",
    actions,
    {
      name: "RelabelAction",
      spellings: [...otherSpellings, ...actions.map((action) => action.toUpperCase())],
    },
  ),
  sourceLabels: list("Labels whose values are joined. It wins over `source_labels`.", item),
  source_labels: list("The same as `sourceLabels`, spelled as in Prometheus.", item),
  separator: string("Text between the joined values. Default `;`."),
  targetLabel: string("Label for the result. It wins over `target_label`."),
  target_label: string("The same as `targetLabel`, spelled as in Prometheus."),
  regex: stringOrList("Regular expression for the joined values, anchored at both ends; of several, one must match. Default `(.*)`."),
  modulus: integer("Divisor for the hash of the joined values, for `hashmod`; the remainder is the result."),
  replacement: string("New value of the target label; `$1` stands for the first group of `regex`. Default `$1`."),
  if: stringOrList('Series selector, or several of them, that a series must match for the rule to be applied: `{job="node"}`.'),
  match: string("Graphite pattern that the metric name must match, for `graphite`."),
  labels: map("Labels to set, for `graphite`; `$1` stands for the first wildcard of `match`.", item),
});

/** A list of relabeling rules. */
export const relabelConfigs = (description: string) => list(description, relabelConfig);

/** Relabeling of all samples, scraped or pushed. */
export const ingestionRelabelFields = {
  inlineRelabelConfig: relabelConfigs("Relabeling of all ingested samples. These rules come before those of `relabelConfig`."),
  relabelConfig: described(
    "Further rules for all ingested samples, as YAML in a ConfigMap. A missing ConfigMap or key is an error.",
    configMapKey,
  ),
};
