import { own } from "../text/own";
import { matches } from "../world/selectors";
import type { ClusterObject } from "./discovered-objects";

/** A selector of an API request, by labels and fields, as text. */
export interface QuerySelector {
  readonly role?: string;
  readonly label?: string;
  readonly field?: string;
}

/** Whether the API server gives an object for a request with such a selector. */
export function isAsked(object: ClusterObject, { label = "", field = "" }: QuerySelector): boolean {
  return labelParts(label).every((part) => hasLabel(object, part)) && field.split(",").every((part) => hasField(object, part));
}

/** The requirements of a label selector: commas between brackets do not part them. */
const labelParts = (text: string): string[] =>
  text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

function hasLabel({ metadata: { labels = {} } }: ClusterObject, part: string): boolean {
  const [, key = "", operator = "", list = ""] = /^(\S+)\s+(in|notin)\s*\((.*)\)$/.exec(part) ?? [];
  const values = list.split(",").map((value) => value.trim());
  if (operator) return matches({ matchExpressions: [{ key, operator: operator === "in" ? "In" : "NotIn", values }] }, labels);
  const [, name = "", sign = "", value = ""] = /^([^=!\s]+)\s*(==|=|!=)\s*(\S*)$/.exec(part) ?? [];
  if (sign) return (own(labels, name) === value) === (sign !== "!=");
  return part.startsWith("!") ? own(labels, part.slice(1)) === undefined : own(labels, part) !== undefined;
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
