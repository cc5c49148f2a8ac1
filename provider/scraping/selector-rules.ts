import type { TreeMap } from "../config/keys";
import { compareBytes } from "../values/values";
import type { LabelSelector } from "../world/selectors";
import type { ScrapingSpec } from "./scrape-types";

/** A label's name as discovery spells it: characters other than letters, digits and underscores become underscores. */
function sanitizedLabel(name: string): string {
  return name.replace(/[^a-zA-Z0-9_]/gu, "_");
}

/** The relabeling of an expression. Values are not escaped: people rely on regular expressions in selectors. */
const expressionRules: Readonly<Record<string, { action: string; label: string; regex: (values: readonly string[]) => string }>> = {
  In: { action: "keep", label: "label", regex: (values) => values.join("|") },
  NotIn: { action: "drop", label: "label", regex: (values) => values.join("|") },
  Exists: { action: "keep", label: "labelpresent", regex: () => "true" },
  DoesNotExist: { action: "drop", label: "labelpresent", regex: () => "true" },
};

/**
 * Rules that keep the targets of a selector; empty if the API server does the selection. `type` is discovery's word for the labelled object:
 * `service`.
 */
export function selectorRules({ matchLabels = {}, matchExpressions = [] }: LabelSelector, type: string, spec: ScrapingSpec): TreeMap[] {
  if (spec.enableKubernetesAPISelectors) return [];
  const equalities = sortedKeys(matchLabels).map((key) => ({ key, operator: "In", values: [matchLabels[key] ?? ""] }));
  return [...equalities, ...matchExpressions].flatMap(({ key, operator, values = [] }) => {
    const rule = expressionRules[operator];
    if (!rule) return [];
    return [
      { action: rule.action, source_labels: [`__meta_kubernetes_${type}_${rule.label}_${sanitizedLabel(key)}`], regex: rule.regex(values) },
    ];
  });
}

/** A rule that copies discovery's metadata to a label: `source` is the name of its label after `__meta_kubernetes_`. */
export function takeLabel(source: string, target: string): TreeMap {
  return { source_labels: [`__meta_kubernetes_${source}`], target_label: target };
}

/** A rule that gives targets a label of the object that they are made from, unless it has none. */
export function copyLabel(type: string, label: string, target = sanitizedLabel(label)): TreeMap {
  return {
    source_labels: [`__meta_kubernetes_${type}_label_${sanitizedLabel(label)}`],
    target_label: target,
    regex: "(.+)",
    replacement: "${1}",
  };
}

const sortedKeys = (map: object): string[] => Object.keys(map).sort(compareBytes);
