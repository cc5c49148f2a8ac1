import { matchesWhole } from "../text/regular-expression";
import { hasPlaceholder } from "../values/values";
import { type LabelExpression, type LabelSelector, matches, selectorText } from "../world/selectors";
import { labelName } from "./meta-labels";

type Labels = Readonly<Record<string, string>>;

/** One condition of a selector. */
export interface Requirement extends LabelExpression {
  /** `app=shop`, `tier in (a,b)`. */
  readonly text: string;
  /** The field that asks for it, where that is not the selector. */
  readonly path?: string;
}

export function requirementsOf({ matchLabels = {}, matchExpressions = [] }: LabelSelector = {}): Requirement[] {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => ({ key, operator: "In", values: [value], text: `${key}=${value}` })),
    ...matchExpressions.map((expression) => ({ ...expression, text: selectorText({ matchExpressions: [expression] }) ?? "" })),
  ];
}

/** The conditions that labels do not meet. */
export const unmetBy = (labels: Labels, wanted: readonly Requirement[]): Requirement[] => wanted.filter((one) => !isMet(one, labels));

export const areMetBy = (labels: Labels, wanted: readonly Requirement[]): boolean => wanted.every((one) => isMet(one, labels));

/**
 * Whether labels meet a condition. Where the scraper selects by relabeling, several keys become one label and values are regular expressions: what
 * that takes in is met as well. So is everything that is not known.
 */
function isMet(requirement: Requirement, labels: Labels): boolean {
  if (matches({ matchExpressions: [requirement] }, labels)) return true;
  const { key, operator, values = [] } = requirement;
  const found = Object.keys(labels).flatMap((name) => (labelName(name) === labelName(key) ? [labels[name] ?? ""] : []));
  if (found.some(hasPlaceholder) || values.some(hasPlaceholder)) return true;
  if (operator === "Exists") return found.length > 0;
  return operator === "In" && found.some((text) => values.some((value) => isTakenBy(value, text)));
}

/** The labels of which a condition asks for one, where it takes these texts alone; undefined for other conditions. */
export function plainLabels({ key, operator, values = [] }: Requirement): readonly string[] | undefined {
  const isPlain = operator === "In" && values.every((value) => !hasPlaceholder(value) && !isExpression(value));
  return isPlain ? values.map((value) => plainForm(key, value)) : undefined;
}

/** Labels in the form in which conditions ask for them. */
export const plainForms = (labels: Labels): readonly string[] => [
  ...new Set(Object.entries(labels).map(([key, value]) => plainForm(key, value))),
];

const plainForm = (key: string, value: string): string => `${labelName(key)}=${value}`;

/** Whether a text says more as a regular expression. */
const isExpression = (text: string): boolean => /[^\w/-]/.test(text);

/** Whether a text is what a name or an expression of the scraper stands for. */
export function isTakenBy(expression: string, text: string): boolean {
  if (expression === text || hasPlaceholder(expression) || hasPlaceholder(text)) return true;
  return isExpression(expression) && matchesWhole(expression, text);
}

/** The value of a label by its key, or by the form that keys have in relabeling. */
export function labelValue(labels: Labels, key: string): string | undefined {
  const name = Object.hasOwn(labels, key) ? key : Object.keys(labels).find((one) => labelName(one) === key);
  return name === undefined ? undefined : labels[name];
}

/** Whether somebody who asks for a condition is likely to mean an object with these labels and this name. */
export function isLike({ key, operator, values = [] }: Requirement, labels: Labels, name: string): boolean {
  if (operator !== "In") return false;
  const value = labelValue(labels, key);
  if (value !== undefined) return values.some((wanted) => isAlike(wanted, value));
  return values.some((wanted) => wanted === name || Object.values(labels).includes(wanted));
}

/** Whether two values differ by letter case, by signs between words, or by one mistyped letter. */
function isAlike(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => text.toLowerCase().replace(/[-_.]/g, ""));
  return a === b || (a !== undefined && b !== undefined && isOneLetterOff(a, b));
}

/** Short words, and words with other numbers, are often different things. */
function isOneLetterOff(left: string, right: string): boolean {
  if (Math.min(left.length, right.length) < 4 || left.replace(/\D/g, "") !== right.replace(/\D/g, "")) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [longer, shorter] = left.length >= right.length ? [left, right] : [right, left];
  const isSwapped =
    left.length === right.length &&
    left[start] === right[start + 1] &&
    left[start + 1] === right[start] &&
    left.slice(start + 2) === right.slice(start + 2);
  const rest = longer.length === shorter.length ? shorter.slice(start + 1) : shorter.slice(start);
  return isSwapped || (longer.length - shorter.length <= 1 && longer.slice(start + 1) === rest);
}

/** The labels of an object that a selector asks for otherwise: `app=Shop`, `no label tier`. */
export function labelsInstead(labels: Labels, unmet: readonly Requirement[]): string {
  const texts = unmet.map(({ key }) => {
    const value = labelValue(labels, key);
    return value === undefined ? `no label ${key}` : `${key}=${value}`;
  });
  return [...new Set(texts)].join(" and ");
}
