import { type Conversion, count, field, fields, filledText, isData, isReadable, listOf, same } from "./conversion";

const rule = fields({
  ...same("sourceLabels", "separator", "targetLabel"),
  regex: field("regex", filledText),
  modulus: field("modulus", count),
  ...same("replacement", "action"),
});

/** Actions that need source labels. */
const needsSource: readonly string[] = ["keep", "drop", "hashmod"];

const isPointless = (value: unknown): boolean =>
  isData(value) &&
  isReadable(value.action) &&
  needsSource.includes(value.action.toLowerCase()) &&
  !(Array.isArray(value.sourceLabels) && value.sourceLabels.length > 0);

/** Relabeling rules, without those that cannot work. */
export const relabeling: Conversion = listOf((value, place) => (isPointless(value) ? undefined : rule(value, place)));

/** The rules for targets and for samples. */
export const relabelingFields = {
  relabelings: field("relabelConfigs", relabeling),
  metricRelabelings: field("metricRelabelConfigs", relabeling),
};
