import { filled, type Keys, switchedOn, type TreeMap, written } from "../../config/keys";
import type { Answers } from "../../config/references";
import { unlessEmpty } from "../../config/sourced-keys";
import { type CustomResource, objectKey } from "../../world/objects";
import { writtenReceiver } from "./receivers";

import type { SubRoute, VMAlertmanagerConfigSpec } from "./schema";

/** The additions of a resource to an Alertmanager's configuration. */
export interface Fragment {
  /** Key of the resource. */
  readonly object: string;
  readonly route?: TreeMap;
  readonly inhibitRules: readonly TreeMap[];
  readonly receivers: readonly TreeMap[];
  readonly timeIntervals: readonly TreeMap[];
}

/** An Alertmanager's settings for all selected resources. */
export interface Enforcement {
  readonly disableNamespaceMatcher?: boolean;
  readonly disableRouteContinueEnforce?: boolean;
  readonly enforcedNamespaceLabel?: string;
  readonly enforcedTopRouteMatchers?: readonly string[];
}

/** The resource in Alertmanager's own terms: names are prefixed with its own, and only alerts of its namespace match. */
export function fragmentOf(
  { kind, metadata, spec }: CustomResource<VMAlertmanagerConfigSpec>,
  enforcement: Enforcement,
  answers: Answers,
): Fragment {
  const { namespace, name } = metadata;
  const object = objectKey({ kind, metadata });
  const prefix = `${namespace}-${name}-`;
  const { route, receivers = [], inhibit_rules = [], time_intervals = [] } = spec;
  return {
    object,
    ...(route && { route: topRoute(route, namespace, prefix, enforcement) }),
    inhibitRules: inhibit_rules.map((rule) =>
      written(inhibitKeys, rule, enforcement.disableNamespaceMatcher ? [] : [matcher("namespace", namespace)]),
    ),
    receivers: receivers.map((receiver, index) => writtenReceiver(receiver, prefix, answers, `spec.receivers[${index}]`)),
    timeIntervals: withEntries(time_intervals).map((definition) => written(timeIntervalsKeys, definition, prefix)),
  };
}

/** The name as Alertmanager knows it; an empty one stays so. */
const prefixed = (name: string | undefined, prefix: string): string | undefined => (name ? prefix + name : undefined);
const allPrefixed = (names: readonly string[] = [], prefix: string) => filled(names.map((name) => prefixed(name, prefix) ?? ""));

const matcher = (label: string, value: string): string => `${label} = "${value}"`;

const routeKeys: Keys<[route: SubRoute, prefix: string]> = {
  routes: ({ routes = [] }, prefix) => filled(routes.map((below) => written(routeKeys, below, prefix))),
  matchers: ({ matchers }) => filled(matchers),
  group_by: ({ group_by }) => filled(group_by),
  active_time_intervals: ({ active_time_intervals }, prefix) => allPrefixed(active_time_intervals, prefix),
  mute_time_intervals: ({ mute_time_intervals }, prefix) => allPrefixed(mute_time_intervals, prefix),
  group_interval: ({ group_interval }) => filled(group_interval),
  group_wait: ({ group_wait }) => filled(group_wait),
  repeat_interval: ({ repeat_interval }) => filled(repeat_interval),
  receiver: ({ receiver }, prefix) => prefixed(receiver, prefix),
  continue: (route) => switchedOn(route.continue),
};

/** The top route: it matches only alerts of the namespace, and continues with the other resources' routes. */
function topRoute(route: SubRoute, namespace: string, prefix: string, enforcement: Enforcement): TreeMap {
  const { disableNamespaceMatcher, disableRouteContinueEnforce, enforcedNamespaceLabel, enforcedTopRouteMatchers = [] } = enforcement;
  const ownNamespace = disableNamespaceMatcher ? [] : [matcher(enforcedNamespaceLabel || "namespace", namespace)];
  const matchers = [...(route.matchers ?? []), ...ownNamespace, ...enforcedTopRouteMatchers];
  return written(routeKeys, { ...route, matchers, ...(!disableRouteContinueEnforce && { continue: true }) }, prefix);
}

type InhibitRule = NonNullable<VMAlertmanagerConfigSpec["inhibit_rules"]>[number];
type TimeIntervals = NonNullable<VMAlertmanagerConfigSpec["time_intervals"]>[number];
type TimeInterval = TimeIntervals["time_intervals"][number];

const inhibitKeys: Keys<[rule: InhibitRule, further: readonly string[]]> = {
  target_matchers: ({ target_matchers = [] }, further) => filled([...target_matchers, ...further]),
  source_matchers: ({ source_matchers = [] }, further) => filled([...source_matchers, ...further]),
  equal: ({ equal }) => filled(equal),
};

const timeIntervalKeys: Keys<[interval: TimeInterval]> = {
  days_of_month: ({ days_of_month }) => filled(days_of_month),
  weekdays: ({ weekdays }) => filled(weekdays),
  months: ({ months }) => filled(months),
  years: ({ years }) => filled(years),
  location: ({ location }) => filled(location),
  times: ({ times = [] }) => unlessEmpty(times.map(({ start_time, end_time }) => ({ start_time, end_time }))),
};

const timeIntervalsKeys: Keys<[definition: TimeIntervals, prefix: string]> = {
  name: ({ name }, prefix) => prefixed(name, prefix) ?? "",
  time_intervals: ({ time_intervals }) => time_intervals.map((interval) => written(timeIntervalKeys, interval)).filter(filled),
};

/** The non-empty times; Alertmanager would read an empty one as always. */
export const withEntries = (definitions: readonly TimeIntervals[] = []): readonly TimeIntervals[] =>
  definitions.filter(({ time_intervals }) => time_intervals.some((interval) => filled(written(timeIntervalKeys, interval))));
