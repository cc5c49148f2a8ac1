import { type Matcher, parseMatchers } from "../text/matchers";
import { own } from "../text/own";
import { matchesWhole } from "../text/regular-expression";
import { isMap, type Tree } from "../text/tree";

/** Labels of an alert. */
export type Labels = Readonly<Record<string, string>>;

/** How an alert is looked at. */
export interface Reading {
  readonly labels: Labels;
  /** The real text of a configured value, which may be a placeholder. */
  readonly read: (value: Tree) => string;
  /** Alertmanager reads matchers in its UTF-8 syntax alone. */
  readonly isStrict: boolean;
}

/** One condition of a route as the configuration has it, with the matchers that it stands for. */
export interface Condition {
  /** May hold placeholders. */
  readonly text: string;
  readonly matchers: readonly Matcher[];
}

/** How the notifications of a route are grouped and repeated; settings that a route lacks are those of the route above it. */
interface RouteSettings {
  readonly receiver: string;
  /** Labels by which alerts are grouped; `...` stands for all labels. */
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  /** Names of time intervals; unlike the rest they are not taken over. */
  readonly mutedDuring: readonly string[];
  readonly activeDuring: readonly string[];
}

/** The result of an alert at one route. */
export interface RouteStep {
  /** Place of the route in the configuration: `route.routes[2]`. */
  readonly path: string;
  readonly conditions: readonly Condition[];
  /** `passed`: a route before it took the alert. `refused`: one of its conditions does not hold. */
  readonly result: "matched" | "refused" | "passed";
  /** The first condition that does not hold. */
  readonly refusedBy?: Condition;
  readonly settings: RouteSettings;
  /** The alert is sent to this route's own receiver, since no route below took it. */
  readonly isTaken: boolean;
  readonly below: readonly RouteStep[];
}

type Route = Readonly<Record<string, Tree>>;

/** The default settings of a route without its own or inherited ones. */
const unsaid: RouteSettings = {
  receiver: "",
  groupBy: [],
  groupWait: "30s",
  groupInterval: "5m",
  repeatInterval: "4h",
  mutedDuring: [],
  activeDuring: [],
};

/**
 * The way of an alert through a tree of routes, from the uppermost route down. A route takes an alert that meets all its conditions; of its routes
 * the first that takes the alert ends the search, unless it has `continue`. https://prometheus.io/docs/alerting/latest/configuration/#route
 */
export function routeAlert(route: Tree, reading: Reading): RouteStep {
  return stepAt(isMap(route) ? route : {}, { path: "route", above: unsaid, isPassed: false }, reading);
}

/** The routes that send the alert, in the order of the configuration. */
export function takenRoutes(step: RouteStep): readonly RouteStep[] {
  return [...(step.isTaken ? [step] : []), ...step.below.flatMap(takenRoutes)];
}

/** Whether an alert meets a condition; a label that it does not have is an empty text. */
export const meets = ({ matchers }: Condition, labels: Labels): boolean =>
  matchers.every(({ label, operator, value }) => {
    const actual = own(labels, label) ?? "";
    const isEqual = operator.endsWith("~") ? matchesWhole(value, actual) : value === actual;
    return operator.startsWith("!") ? !isEqual : isEqual;
  });

interface Place {
  readonly path: string;
  readonly above: RouteSettings;
  /** A route before it took the alert. */
  readonly isPassed: boolean;
}

function stepAt(route: Route, { path, above, isPassed }: Place, reading: Reading): RouteStep {
  const conditions = conditionsIn(route, routeKeys, reading);
  const settings = settingsOf(route, above);
  const step = { path, conditions, settings, isTaken: false, below: [] };
  if (isPassed) return { ...step, result: "passed" };
  const refusedBy = conditions.find((condition) => !meets(condition, reading.labels));
  if (refusedBy) return { ...step, result: "refused", refusedBy };
  const below: RouteStep[] = [];
  let isOver = false;
  for (const [index, child] of mapsIn(route.routes).entries()) {
    const one = stepAt(child, { path: `${path}.routes[${index}]`, above: settings, isPassed: isOver }, reading);
    below.push(one);
    isOver ||= one.result === "matched" && !isOn(child.continue, reading);
  }
  return { ...step, result: "matched", isTaken: below.every(({ result }) => result !== "matched"), below };
}

const isOn = (flag: Tree, { read }: Reading): boolean => flag !== undefined && flag !== null && read(flag) === "true";

/** The maps of a list. */
export const mapsIn = (tree: Tree): readonly Route[] => (Array.isArray(tree) ? tree.filter(isMap) : []);

/** Where conditions are: maps of exact values and of expressions, and a list of texts. */
export interface ConditionKeys {
  readonly equal: string;
  readonly expressions: string;
  readonly list: string;
}

const routeKeys: ConditionKeys = { equal: "match", expressions: "match_re", list: "matchers" };

/** All conditions of a route, or of one side of an inhibition. */
export function conditionsIn(tree: Route, keys: ConditionKeys, { read, isStrict }: Reading): readonly Condition[] {
  const pairs = (key: string, operator: Matcher["operator"]): Condition[] =>
    Object.entries(isMap(tree[key]) ? tree[key] : {}).map(([label, value]) => ({
      text: `${label}${operator}"${value}"`,
      matchers: [{ label, operator, value: read(value) }],
    }));
  const texts = Array.isArray(tree[keys.list]) ? (tree[keys.list] as readonly Tree[]) : [];
  const listed = texts.map((text) => ({ text: String(text), matchers: parseMatchers(read(text), isStrict) }));
  return [...pairs(keys.equal, "="), ...pairs(keys.expressions, "=~"), ...listed];
}

function settingsOf(route: Route, above: RouteSettings): RouteSettings {
  const text = (key: string): string | undefined => {
    const value = route[key];
    return value === undefined || value === null || value === "" ? undefined : String(value);
  };
  const texts = (key: string): readonly string[] => (Array.isArray(route[key]) ? (route[key] as readonly Tree[]).map(String) : []);
  const groupBy = texts("group_by");
  return {
    receiver: text("receiver") ?? above.receiver,
    groupBy: groupBy.length > 0 ? groupBy : above.groupBy,
    groupWait: text("group_wait") ?? above.groupWait,
    groupInterval: text("group_interval") ?? above.groupInterval,
    repeatInterval: text("repeat_interval") ?? above.repeatInterval,
    mutedDuring: texts("mute_time_intervals"),
    activeDuring: texts("active_time_intervals"),
  };
}
