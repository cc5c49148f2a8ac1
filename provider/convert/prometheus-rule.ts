import { type Conversion, count, field, fields, filledText, listOf, same, withDefaults } from "./conversion";
import type { SourceKind } from "./source";

/** An expression; one that is a number becomes text. */
const expression: Conversion = (value) => (typeof value === "number" ? String(value) : value);

const rule = fields({
  ...same("record", "alert"),
  expr: field("expr", expression),
  for: field("for", filledText),
  keep_firing_for: field("keep_firing_for", filledText),
  ...same("labels", "annotations"),
});

/** The API server takes a group without rules. */
const group = withDefaults(
  { rules: [] },
  fields({
    ...same("name", "labels"),
    interval: field("interval", filledText),
    limit: field("limit", count),
    // Both move the time of an evaluation back; the operator's `eval_offset` is the start within the interval and has another meaning.
    query_offset: field("eval_delay", filledText),
    rules: field("rules", listOf(rule)),
  }),
);

export const PrometheusRule: SourceKind = {
  kind: "PrometheusRule",
  apiVersion: "monitoring.coreos.com/v1",
  setting: "prometheusRule",
  spec: withDefaults({ groups: [] }, fields({ groups: field("groups", listOf(group)) })),
};
