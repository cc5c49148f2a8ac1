import { sortedByBytes, sortedNaturally } from "../text/order";
import type { Tree } from "../text/yaml";
import type { RelabelRule } from "./types";

/** The keys of a printed rule, in their order, and where their values come from. */
type RuleKeys = Readonly<Record<string, (rule: RelabelRule) => Tree>>;

const plainKeys = {
  separator: ({ separator }) => separator,
  regex: ({ regex }) => oneOrMany(regex),
  modulus: ({ modulus }) => (modulus === 0 ? undefined : modulus),
  replacement: ({ replacement }) => replacement,
  action: ({ action }) => action || undefined,
  if: (rule) => oneOrMany(rule.if),
  match: ({ match }) => match || undefined,
} satisfies RuleKeys;

const { separator, ...keysAfterTarget } = plainKeys;

/** Rules of jobs and of files. Where both spellings of a field are given, camel case wins. */
const jobKeys: RuleKeys = {
  source_labels: ({ sourceLabels, source_labels }) => filled(sourceLabels) ?? filled(source_labels),
  separator,
  target_label: ({ targetLabel, target_label }) => targetLabel || target_label || undefined,
  ...keysAfterTarget,
  labels: ({ labels = {} }) => filled(sortedByBytes(labels)),
};

/** Rules of the `global` section and of stream aggregation. Where both spellings of a field are given, snake case wins. */
const globalKeys: RuleKeys = {
  source_labels: ({ sourceLabels, source_labels }) => filled(source_labels) ?? filled(sourceLabels),
  target_label: ({ targetLabel, target_label }) => target_label || targetLabel || undefined,
  ...plainKeys,
  labels: ({ labels = {} }) => filled(sortedNaturally(labels)),
};

/** A rule as jobs and relabeling files have it; an empty one stays, as `{}`. */
export const jobRule = (rule: RelabelRule): PrintedRule => printed(rule, jobKeys);

/** A rule as the `global` section and stream aggregation have it. */
export const globalRule = (rule: RelabelRule): PrintedRule => printed(rule, globalKeys);

/** The rules of a relabeling file, without the empty ones. */
export const fileRules = (rules: readonly RelabelRule[]): PrintedRule[] => rules.map(jobRule).filter((rule) => Object.keys(rule).length > 0);

export type PrintedRule = { readonly [key: string]: Tree };

function printed(rule: RelabelRule, keys: RuleKeys): PrintedRule {
  const result: Record<string, Tree> = {};
  for (const [key, valueOf] of Object.entries(keys)) {
    const value = valueOf(rule);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

const oneOrMany = (texts: string | readonly string[] | undefined): Tree => {
  const list = typeof texts === "string" ? [texts] : (texts ?? []);
  return list.length > 1 ? list : list[0];
};

/** A list or map, undefined if it is empty. */
function filled<Collection extends object>(collection: Collection | undefined): Collection | undefined {
  return collection && Object.keys(collection).length > 0 ? collection : undefined;
}
