import type { Version } from "../text/release";
import { isMap, type Tree } from "../text/tree";
import { isPlaceholder, type Values } from "../values/values";
import { joinPath } from "../world/issues";
import { sourceName, sourceNames, sourcePath } from "./sourced-keys";

/** The receiver of a rule's findings. */
export interface Checker {
  readonly values: Values;
  /** `path` leads to the part that is wrong; the message never shows a value. */
  readonly error: (path: string, message: string) => void;
  /** The program that reads the configuration, as messages call it. */
  readonly program: string;
  /** Its release; the newest that is known here if none is given. */
  readonly version?: Version;
}

/** Reports the values in a part of a configuration that its program would refuse. Unknown values are accepted. */
export type Rule = (tree: Tree, path: string, checker: Checker) => void;

type Scalar = string | number | bigint | boolean;

const isNothing = (tree: Tree): tree is null | undefined => tree === null || tree === undefined;

/** A scalar with a check of its own. */
export function scalar(expected: string, problemOf: (value: Scalar) => string | undefined): Rule {
  return (tree, path, { values, error }) => {
    if (isNothing(tree)) return;
    const problem = typeof tree === "object" ? expected : typeof tree === "string" ? values.check(tree, problemOf) : problemOf(tree);
    if (problem) error(path, problem);
  };
}

/** Text; a number or the like without quotes is text too. */
export const text = (problemOf: (text: string) => string | undefined = () => undefined): Rule =>
  scalar("expected text", (value) => problemOf(String(value)));

/** One of some words. */
export const word = (...words: readonly string[]): Rule =>
  text((value) => (words.includes(value) ? undefined : `expected ${words.map((each) => JSON.stringify(each)).join(" or ")}`));

export const boolean: Rule = scalar("expected true or false", (value) =>
  typeof value === "boolean" ? undefined : "expected true or false",
);

export const integer = (minimum = Number.NEGATIVE_INFINITY): Rule =>
  scalar("expected a whole number", (value) => {
    const isWhole = typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
    return isWhole && value >= minimum ? undefined : `expected a whole number${minimum === 0 ? " of at least 0" : ""}`;
  });

export const number: Rule = scalar("expected a number", (value) =>
  typeof value === "number" || typeof value === "bigint" ? undefined : "expected a number",
);

/** Anything. */
export const anything: Rule = () => undefined;

export function list(item: Rule): Rule {
  return (tree, path, checker) => {
    if (isNothing(tree)) return;
    if (!Array.isArray(tree)) return expectation(tree, path, "expected a list", checker);
    tree.forEach((each, index) => void item(each, `${path}[${index}]`, checker));
  };
}

/** The value must not be empty. */
export const filled =
  (rule: Rule): Rule =>
  (tree, path, checker) => {
    if (isNothing(tree)) checker.error(path, "is empty");
    rule(tree, path, checker);
  };

/** A map of names to values of one sort. */
export function mapOf(value: Rule): Rule {
  return (tree, path, checker) => {
    if (isNothing(tree)) return;
    if (!isMap(tree)) return expectation(tree, path, "expected a map", checker);
    for (const [key, each] of Object.entries(tree)) value(each, joinPath(path, key), checker);
  };
}

/** A map with certain keys only, and further rules for it. */
export function fields(keys: Readonly<Record<string, Rule>>, ...further: readonly Rule[]): Rule {
  return (tree, path, checker) => {
    if (isNothing(tree)) return;
    if (!isMap(tree)) return expectation(tree, path, "expected a map", checker);
    for (const [key, each] of Object.entries(tree)) {
      const place = sourcePath(tree, path, key);
      if (Object.hasOwn(keys, key)) keys[key]?.(each, place, checker);
      else checker.error(place, `is not a setting of ${checker.program}: leave it out`);
    }
    every(...further)(tree, path, checker);
  };
}

/** A placeholder for a whole value is not known yet. */
function expectation(tree: Tree, path: string, expected: string, { values, error }: Checker): void {
  if (!isPlaceholder(tree) || values.isKnown(tree)) error(path, expected);
}

/** Several rules for one thing. */
export const every =
  (...rules: readonly Rule[]): Rule =>
  (tree, path, checker) => {
    for (const rule of rules) rule(tree, path, checker);
  };

/** The same rule for several keys: their names stand in one text. */
export const all = (names: string, rule: Rule): Record<string, Rule> => Object.fromEntries(names.split(/\s+/).map((name) => [name, rule]));

/** The value of a key; undefined if it is empty. */
export function given(tree: Tree, key: string, { values }: Checker): Tree {
  const value = isMap(tree) ? tree[key] : undefined;
  return isNothing(value) || (typeof value === "string" && values.isEmpty(value)) ? undefined : value;
}

/** One of some keys must have a value. */
export const needsOneOf =
  (...keys: readonly string[]): Rule =>
  (tree, path, checker) => {
    if (keys.every((key) => given(tree, key, checker) === undefined)) checker.error(path, `needs ${sourceNames(tree, keys).join(" or ")}`);
  };

/** The keys must have values. */
export const needs =
  (...keys: readonly string[]): Rule =>
  (tree, path, checker) => {
    for (const key of keys) if (given(tree, key, checker) === undefined) checker.error(sourcePath(tree, path, key), "is required");
  };

/** At most one of some keys may have a value. */
export const atMostOneOf =
  (...keys: readonly string[]): Rule =>
  (tree, path, checker) => {
    const [first, second] = keys.filter((key) => given(tree, key, checker) !== undefined);
    if (first && second)
      checker.error(sourcePath(tree, path, second), `is given next to ${sourceName(tree, first)}: leave one of them out`);
  };
