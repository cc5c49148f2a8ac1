import { sortedByBytes } from "../../text/order";
import type { Values } from "../../values/values";
import type { VMRuleSpec } from "./schema";

type Rule = VMRuleSpec["groups"][number]["rules"][number];

/**
 * The identity of a rule in its group: kind and name, expression and labels. Two rules have the same if vmalert takes them for the same one. A rule
 * with parts that are not known is only the same as its own copy.
 */
export function ruleIdentity({ record, alert, expr, labels = {} }: Rule, values: Values): string {
  const text = JSON.stringify([record ?? "", alert ?? "", expr ?? "", sortedByBytes(labels)]);
  return values.check(text, String) ?? text;
}
