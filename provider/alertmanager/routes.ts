import { all, boolean, type Checker, every, fields, filled, given, list, mapOf, needs, type Rule, text } from "../config/checker";
import { conjunction } from "../text/alternatives";
import { isMap, type Tree } from "../text/tree";
import { joinPath } from "../world/issues";
import { knownFrom } from "./releases";
import { duration, labelName, matchers, positiveDuration, regularExpression } from "./texts";

const texts = text();

/** `...` stands for all labels, so it must be the only entry; labels must not repeat. */
const grouping: Rule = (tree, path, { values, error }) => {
  const labels = Array.isArray(tree)
    ? tree.map((label: Tree) => (typeof label === "string" ? values.check(label, String) : String(label)))
    : [];
  if (labels.includes("...") && labels.some((label) => label !== "..."))
    error(path, "has ... (all labels) and further labels: leave those out");
  labels.forEach((label, index) => {
    if (label !== undefined && label !== "..." && labels.indexOf(label) < index) error(`${path}[${index}]`, "is given twice");
  });
};

const routeKeys: Readonly<Record<string, Rule>> = {
  receiver: texts,
  group_by: every(list(filled(labelName)), grouping),
  match: mapOf(texts),
  match_re: mapOf(filled(regularExpression)),
  matchers: list(matchers),
  ...all("mute_time_intervals active_time_intervals", list(texts)),
  continue: boolean,
  routes: (tree, path, checker) => list(filled(route))(tree, path, checker),
  group_wait: duration,
  ...all("group_interval repeat_interval", positiveDuration),
  labels: mapOf(texts),
};

/** A route with all below it. */
export const route: Rule = fields(routeKeys, knownFrom({ "0.34": "labels" }));

/** Rules by which alerts silence others. */
export const inhibitRules: Rule = list(
  fields(
    {
      name: texts,
      ...all("source_match target_match", mapOf(texts)),
      ...all("source_match_re target_match_re", mapOf(filled(regularExpression))),
      ...all("source_matchers target_matchers", list(matchers)),
      equal: list(filled(labelName)),
    },
    knownFrom({ "0.30": "name" }),
  ),
);

/** The names that routes can refer to; undefined if not known. */
export interface Names {
  readonly receivers: readonly string[];
  readonly timeIntervals: readonly string[];
}

/** Reports missing receivers and times of a route and the routes below it. */
export function checkReferences(tree: Tree, names: Names, path: string, checker: Checker): void {
  if (!isMap(tree)) return;
  const receiver = given(tree, "receiver", checker);
  if (receiver !== undefined && !isOneOf(receiver, names.receivers, checker)) {
    checker.error(joinPath(path, "receiver"), missing("receiver", receiver, names.receivers, checker));
  }
  for (const key of ["active_time_intervals", "mute_time_intervals"]) {
    const intervals = tree[key];
    if (!Array.isArray(intervals)) continue;
    intervals.forEach((name: Tree, index) => {
      if (!isOneOf(name, names.timeIntervals, checker))
        checker.error(`${joinPath(path, key)}[${index}]`, missing("time interval", name, names.timeIntervals, checker));
    });
  }
  if (Array.isArray(tree.routes))
    tree.routes.forEach((below: Tree, index) => void checkReferences(below, names, `${path}.routes[${index}]`, checker));
}

/** Whether a name is among others. Unknown names count as found, and any name does while one of the others is unknown. */
function isOneOf(name: Tree, names: readonly string[], { values }: Checker): boolean {
  const wanted = String(name);
  return !values.isKnown(wanted) || names.some((other) => !values.isKnown(other) || values.isEqual(other, wanted));
}

/** Maximum number of names that a message lists. */
const listed = 5;

/** The message about a name that refers to nothing, with the names that exist. */
function missing(what: string, name: Tree, names: readonly string[], { values }: Checker): string {
  const show = (text: Tree): string => JSON.stringify(values.mask(String(text)));
  const readable = names.filter((other) => values.mask(other) === other);
  const rest = readable.length > listed ? [`${readable.length - listed} more`] : [];
  const others = conjunction([...readable.slice(0, listed).map(show), ...rest]);
  return `there is no ${what} ${show(name)}${others && `, only ${others}`}: correct the name, or add the ${what}`;
}

/** Reports invalid matchers of a route and the routes below it. */
export function checkMatchers(tree: Tree, path: string, checker: Checker): void {
  if (!isMap(tree)) return;
  list(matchers)(tree.matchers, joinPath(path, "matchers"), checker);
  if (Array.isArray(tree.routes))
    tree.routes.forEach((below: Tree, index) => void checkMatchers(below, `${path}.routes[${index}]`, checker));
}

/** Reports settings that only routes below others may have. */
export const rootRoute: Rule = (tree, path, checker) => {
  needs("receiver")(tree, path, checker);
  if (!isMap(tree)) return;
  for (const key of ["match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals"]) {
    const value = tree[key];
    if (typeof value === "object" && value !== null && Object.keys(value).length > 0)
      checker.error(joinPath(path, key), "is not allowed in the top route, which takes all alerts: leave it out");
  }
  if (tree.continue === true) checker.error(joinPath(path, "continue"), "is not allowed in the top route: leave it out");
};
