import { own } from "../text/own";
import { type LabelExpression, matches } from "../world/selectors";
import type { ClusterObject } from "./discovered-objects";

/** A selector of an API request, by labels and fields, as text. */
export interface QuerySelector {
  readonly role?: string;
  readonly label?: string;
  readonly field?: string;
}

/** Whether the API server gives an object for a request with such a selector. */
export function isAsked(object: ClusterObject, { label = "", field = "" }: QuerySelector): boolean {
  const { labels = {} } = object.metadata;
  return matches({ matchExpressions: labelConditions(label) }, labels) && field.split(",").every((part) => hasField(object, part));
}

/** The conditions of a label selector that is given as text, each with its own text. */
export const labelConditions = (text: string): (LabelExpression & { readonly text: string })[] =>
  text
    .split(/,(?![^(]*\))/) // a comma between brackets parts values
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ ...labelCondition(part), text: part }));

function labelCondition(part: string): LabelExpression {
  const [, key = "", operator = "", list = ""] = /^(\S+)\s+(in|notin)\s*\((.*)\)$/.exec(part) ?? [];
  const values = list.split(",").map((value) => value.trim());
  if (operator) return { key, operator: operator === "in" ? "In" : "NotIn", values };
  const [, name = "", sign = "", value = ""] = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(part) ?? [];
  if (sign) return { key: name, operator: sign === "!=" ? "NotIn" : "In", values: [value] };
  return part.startsWith("!") ? { key: part.slice(1), operator: "DoesNotExist" } : { key: part, operator: "Exists" };
}

/** Fields that the API server takes to be false where an object lacks them. */
const falseByDefault = ["spec.unschedulable", "spec.hostNetwork"];

/** A variable of the scraper's pod, such as its node: each pod of it looks at other objects, and all of them together at every one. */
const variable = /^%\{[^}]+\}$/;

function hasField(object: ClusterObject, part: string): boolean {
  const [, path = "", sign = "", value = ""] = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(part.trim()) ?? [];
  if (sign === "") return true;
  const found = path.split(".").reduce<unknown>((data, key) => own(Object(data), key), object);
  const text = String(found ?? (falseByDefault.includes(path) ? false : ""));
  return (variable.test(value) ? text !== "" : text === value) === (sign !== "!=");
}
