import { sortedByBytes, sortedNaturally } from "../text/order";
import { filled, type Keys, type TreeMap, written } from "./keys";
import type { RelabelRule } from "./setting-types";

type RuleKeys = Keys<[rule: RelabelRule]>;

const separator = { separator: (rule) => rule.separator } satisfies RuleKeys;

const fromRegexToMatch = {
  regex: ({ regex }) => oneOrMany(regex),
  modulus: ({ modulus }) => (modulus === 0 ? undefined : modulus),
  replacement: ({ replacement }) => replacement,
  action: ({ action }) => filled(action),
  if: (rule) => oneOrMany(rule.if),
  match: ({ match }) => filled(match),
} satisfies RuleKeys;

/** Rules of jobs and of files. Where a field is given in both spellings, camel case wins. */
const jobKeys: RuleKeys = {
  source_labels: ({ sourceLabels, source_labels }) => filled(sourceLabels) ?? filled(source_labels),
  ...separator,
  target_label: ({ targetLabel, target_label }) => filled(targetLabel) ?? filled(target_label),
  ...fromRegexToMatch,
  labels: ({ labels = {} }) => filled(sortedByBytes(labels)),
};

/** Rules of the `global` section and of stream aggregation. Where a field is given in both spellings, snake case wins. */
const globalKeys: RuleKeys = {
  source_labels: ({ sourceLabels, source_labels }) => filled(source_labels) ?? filled(sourceLabels),
  target_label: ({ targetLabel, target_label }) => filled(target_label) ?? filled(targetLabel),
  ...separator,
  ...fromRegexToMatch,
  labels: ({ labels = {} }) => filled(sortedNaturally(labels)),
};

/** A rule as jobs have it; an empty one stays, as `{}`. */
export const jobRule = (rule: RelabelRule): TreeMap => written(jobKeys, rule);

/** A rule as the `global` section and stream aggregation have it; an empty one stays, as `{}`. */
export const globalRule = (rule: RelabelRule): TreeMap => written(globalKeys, rule);

/** Rules as relabeling files have them: like those of jobs, but without the empty ones. */
export const fileRules = (rules: readonly RelabelRule[] = []): TreeMap[] => rules.map(jobRule).filter((rule) => filled(rule));

/** One text is a scalar, several are a list. */
function oneOrMany(texts: string | readonly string[] | undefined): string | readonly string[] | undefined {
  return Array.isArray(texts) && texts.length < 2 ? (texts[0] as string | undefined) : texts;
}
