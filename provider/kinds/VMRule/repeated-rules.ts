import type { Values } from "../../values/values";
import { ruleIdentity } from "./rule-identity";
import type { VMRuleSpec } from "./schema";

type Rule = VMRuleSpec["groups"][number]["rules"][number];

/** A rule, and its number in the group that it was given in. */
export interface NumberedRule {
  readonly index: number;
  readonly rule: Rule;
}

/** A rule that vmalert takes for the same as one before it, which `first` is the number of. */
interface Repetition {
  readonly index: number;
  readonly first: number;
}

export const numbered = (rules: readonly Rule[]): NumberedRule[] => rules.map((rule, index) => ({ index, rule }));

/** The rules of a group that vmalert takes for the same as others before them. It refuses a group that has any. */
export function repetitionsAmong(rules: readonly NumberedRule[], values: Values): Repetition[] {
  const identities = new Map<string, number>();
  return rules.flatMap(({ index, rule }) => {
    const identity = ruleIdentity(rule, values);
    const first = identities.get(identity);
    if (first === undefined) identities.set(identity, index);
    return first === undefined ? [] : [{ index, first }];
  });
}

/** The problem of a repeated rule. */
export const describeRepetition = ({ first }: Repetition): string =>
  `is the same as rules[${first}], with its name, expression and labels: leave one out, or tell them apart by a label`;

/** Annotation of a VMAlert: with any value but an empty one it removes repeated rules. */
export const deduplicate = "operator.victoriametrics.com/vmalert-deduplicate-rules";
