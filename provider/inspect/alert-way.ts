import {
  type Condition,
  conditionsIn,
  type Labels,
  mapsIn,
  meets,
  type Reading,
  type RouteStep,
  routeAlert,
  takenRoutes,
} from "../alertmanager/routing";
import type { GeneratedPart } from "../derived";
import { matchersProblem, parseMatchers } from "../text/matchers";
import type { Tree } from "../text/tree";
import { indented } from "./indented";

/** A configuration of Alertmanager in its parts, and how it is read. */
export interface AlertRouting extends Omit<Reading, "labels"> {
  readonly parts: readonly GeneratedPart[];
}

type Configuration = AlertRouting & Reading;

/**
 * The way of an alert through the routes: which take it, which do not and why, the receivers that it reaches, how its notifications are grouped,
 * when they are muted, and which alerts would inhibit it. The lines hold placeholders where the configuration does.
 */
export function alertWay(routing: AlertRouting, labels: Labels): string[] {
  const configuration = { ...routing, labels };
  const step = routeAlert(routeIn(routing.parts), configuration);
  return [
    ...stepLines(step, configuration),
    "",
    "It is sent to:",
    ...takenRoutes(step).flatMap((taken) => indented(receiverLines(taken, configuration))),
    ...inhibitionLines(configuration),
  ];
}

/** The labels in a text such as `severity="critical",team="shop"`, or what is wrong with it. */
export function labelsIn(text: string): { readonly labels: Labels } | { readonly problem: string } {
  const problem = text.trim() === "" ? undefined : matchersProblem(text);
  if (problem) return { problem };
  const matchers = parseMatchers(text, true);
  const other = matchers.find(({ operator }) => operator !== "=");
  if (other) return { problem: `gives ${other.label} a condition (${other.operator}), but an alert has values: write ${other.label}="…"` };
  return { labels: Object.fromEntries(matchers.map(({ label, value }) => [label, value])) };
}

/** The whole tree of routes, which the parts hold in pieces. */
function routeIn(parts: readonly GeneratedPart[]): Tree {
  const [{ tree } = { tree: {} }] = parts.filter(({ section }) => section === "route");
  const below = parts.filter(({ section }) => section === "route.routes").map((part) => part.tree);
  return below.length > 0 ? { ...(tree as object), routes: below } : tree;
}

/** A route and those below it, with the outcome of each. */
function stepLines(step: RouteStep, configuration: Configuration): string[] {
  const object = ownerOf(step, configuration);
  const title = `${step.path}: ${step.conditions.length > 0 ? step.conditions.map(({ text }) => text).join(", ") : "all alerts"}`;
  return [
    `${title}: ${outcomeOf(step)}${object ? ` (${object})` : ""}`,
    ...indented(step.below.flatMap((one) => stepLines(one, configuration))),
  ];
}

function outcomeOf(step: RouteStep): string {
  if (step.result === "passed") return "is not asked, because a route before it took the alert and does not continue";
  if (step.refusedBy) return step.conditions.length > 1 ? `does not match, because of ${step.refusedBy.text}` : "does not match";
  return step.isTaken ? `matches, and sends to ${step.settings.receiver}` : "matches";
}

/** The custom resource that a route of the second level comes from; those below belong to it. */
function ownerOf({ path }: RouteStep, { parts }: Configuration): string | undefined {
  const [, index] = /^route\.routes\[(\d+)\]$/.exec(path) ?? [];
  return index === undefined ? undefined : parts.filter(({ section }) => section === "route.routes")[Number(index)]?.object;
}

function receiverLines({ settings, path }: RouteStep, { parts, read }: Configuration): string[] {
  const { groupBy, mutedDuring, activeDuring } = settings;
  const receiver = parts.find((part) => part.section === "receivers" && read((part.tree as Data).name) === read(settings.receiver));
  return [
    `- ${settings.receiver}, by ${path}`,
    ...indented([
      ...(receiver?.object ? [`from ${receiver.object}`] : []),
      notifiersOf(receiver?.tree),
      groupBy.includes("...")
        ? "grouped by all labels"
        : `grouped by ${groupBy.length > 0 ? groupBy.join(", ") : "nothing: all alerts of the route together"}`,
      `first after ${settings.groupWait}, with further alerts after ${settings.groupInterval}, again after ${settings.repeatInterval}`,
      ...(mutedDuring.length > 0 ? [`not during ${mutedDuring.join(", ")}`] : []),
      ...(activeDuring.length > 0 ? [`only during ${activeDuring.join(", ")}`] : []),
    ]),
  ];
}

type Data = Readonly<Record<string, Tree>>;

/** The integrations of a receiver, each with its number. */
function notifiersOf(receiver: Tree): string {
  const lists = Object.entries((receiver ?? {}) as Data).flatMap(([key, list]) =>
    key.endsWith("_configs") && Array.isArray(list) && list.length > 0
      ? [`${key.slice(0, -"_configs".length)}${list.length > 1 ? ` (${list.length})` : ""}`]
      : [],
  );
  return lists.length > 0 ? `notifies by ${lists.join(", ")}` : "sends no notifications: it has no integrations";
}

const sides = {
  target: { equal: "target_match", expressions: "target_match_re", list: "target_matchers" },
  source: { equal: "source_match", expressions: "source_match_re", list: "source_matchers" },
} as const;

/** The rules by which other alerts would inhibit this one. */
function inhibitionLines(configuration: Configuration): string[] {
  const rules = configuration.parts.filter(({ section }) => section === "inhibit_rules").flatMap(({ tree }) => mapsIn(tree));
  const lines = rules.flatMap((rule) => {
    const holds = conditionsIn(rule, sides.target, configuration).every((condition) => meets(condition, configuration.labels));
    if (!holds) return [];
    const equal = Array.isArray(rule.equal) && rule.equal.length > 0 ? `, with the same ${rule.equal.map(String).join(", ")}` : "";
    return [`- ${conditionText(conditionsIn(rule, sides.source, configuration))}${equal}`];
  });
  return lines.length > 0 ? ["", "It is inhibited while there is an alert with:", ...indented(lines)] : [];
}

const conditionText = (conditions: readonly Condition[]): string =>
  conditions.length > 0 ? conditions.map(({ text }) => text).join(", ") : "any labels";
