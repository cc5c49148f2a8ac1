import { own } from "../text/own";
import { compareBytes } from "../values/values";
import { joinPath } from "./issues";

/** A selector of objects by their labels, as Kubernetes has it. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelExpression[];
}

export interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** The label that every namespace has with its own name. */
export const namespaceName = "kubernetes.io/metadata.name";

/** A selector of namespaces by their names. */
export const namespacesNamed = (names: readonly string[]): LabelSelector => ({
  matchExpressions: [{ key: namespaceName, operator: "In", values: [...names] }],
});

type Labels = Readonly<Record<string, string>>;

const operators: Readonly<Record<string, (value: string | undefined, values: readonly string[]) => boolean>> = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: (value) => value !== undefined,
  DoesNotExist: (value) => value === undefined,
};

/** Whether labels match: all of `matchLabels` and all of `matchExpressions`; an empty selector matches everything. */
export function matches(selector: LabelSelector, labels: Labels = {}): boolean {
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => own(labels, key) === value) &&
    (selector.matchExpressions ?? []).every(
      ({ key, operator, values = [] }) => own(operators, operator)?.(own(labels, key), values) ?? false,
    )
  );
}

/** Whether a selector has neither labels nor expressions. */
export function isEmptySelector(selector: LabelSelector | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length === 0 && (selector?.matchExpressions ?? []).length === 0;
}

const expressionTexts: Readonly<Record<string, (key: string, values: string) => string>> = {
  In: (key, values) => `${key} in (${values})`,
  NotIn: (key, values) => `${key} notin (${values})`,
  Exists: (key) => key,
  DoesNotExist: (key) => `!${key}`,
};

/** A selector in the text form of the Kubernetes API; undefined for an empty one. */
export function selectorText(selector: LabelSelector): string | undefined {
  if (isEmptySelector(selector)) return undefined;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const equalities = Object.entries(matchLabels).map(([key, value]) => ({ key, text: `${key}=${value}` }));
  const expressions = matchExpressions.map((expression) => ({ key: expression.key, text: expressionText(expression) }));
  return [...equalities, ...expressions]
    .sort((left, right) => compareBytes(left.key, right.key))
    .map(({ text }) => text)
    .join(",");
}

function expressionText({ key, operator, values = [] }: LabelExpression): string {
  return expressionTexts[operator]?.(key, values.toSorted(compareBytes).join(",")) ?? "";
}

const labelName = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)$/;
const labelPrefix = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The parts of a selector that the API server would refuse: pairs of the path in it and a message. */
export function selectorProblems(selector: LabelSelector): [path: string, message: string][] {
  const problems: [string, string][] = [];
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    problems.push(...labelKeyProblems(joinPath("matchLabels", key), key), ...valueProblems(joinPath("matchLabels", key), value));
  }
  const expressions = (selector.matchExpressions ?? []).flatMap((expression, index) =>
    expressionProblems(`matchExpressions[${index}]`, expression),
  );
  return [...problems, ...expressions];
}

function expressionProblems(path: string, { key, operator, values = [] }: LabelExpression): [string, string][] {
  const problems = labelKeyProblems(`${path}.key`, key);
  if (!Object.hasOwn(operators, operator)) problems.push([`${path}.operator`, `expected ${Object.keys(operators).join(", ")}`]);
  const needsValues = operator === "In" || operator === "NotIn";
  if (needsValues && values.length === 0) problems.push([`${path}.values`, `${operator} needs at least one value`]);
  if (!needsValues && Object.hasOwn(operators, operator) && values.length > 0)
    problems.push([`${path}.values`, `${operator} takes no values: leave them out`]);
  return [...problems, ...values.flatMap((value, index) => valueProblems(`${path}.values[${index}]`, value))];
}

/** The reason why Kubernetes would refuse the key of a label. */
export function labelKeyProblems(path: string, key: string): [string, string][] {
  const [name = "", prefix, ...rest] = key.split("/").reverse();
  const isValid =
    rest.length === 0 &&
    name.length <= 63 &&
    labelName.test(name) &&
    (prefix === undefined || (prefix.length <= 253 && labelPrefix.test(prefix)));
  return isValid
    ? []
    : [
        [
          path,
          `${JSON.stringify(key)} is not a label key: expected a name of at most 63 letters, digits, "-", "_", "." with an optional DNS prefix and "/"`,
        ],
      ];
}

function valueProblems(path: string, value: string): [string, string][] {
  const isValid = value === "" || (value.length <= 63 && labelName.test(value));
  return isValid
    ? []
    : [
        [
          path,
          `${JSON.stringify(value)} is not a label value: expected at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit`,
        ],
      ];
}
