import type { TreeMap } from "../../../config/keys";
import { filled } from "../../../config/keys";
import { isMap, type Tree } from "../../../text/tree";
import type { Values } from "../../../values/values";
import type { Fragment } from "../../VMAlertmanagerConfig/fragment";
import { templatesFolder } from "../file-places";

/** The additions to a base configuration. */
export interface Additions {
  readonly fragments: readonly Fragment[];
  readonly templates: readonly { readonly name?: string; readonly key: string }[];
  readonly tracing?: TreeMap;
}

const blackhole = "blackhole";

/** A base without a route of its own, with one to a receiver without notifiers. */
export function withRootRoute(base: TreeMap, values: Values): TreeMap {
  return isMap(base.route) ? base : { ...base, route: { receiver: blackhole }, receivers: withBlackhole(base.receivers, values) };
}

/** The base with all additions. The rest of the base stays unchanged. */
export function merged(base: TreeMap, { fragments, templates, tracing }: Additions, values: Values): TreeMap {
  const routed = withRootRoute(base, values);
  const { global, route, inhibit_rules, receivers, time_intervals, templates: ownTemplates, tracing: ownTracing, ...others } = routed;
  const routes = fragments.flatMap((fragment) => (fragment.route ? [fragment.route] : []));
  return {
    global,
    route: isMap(route) ? withRoutes(route, routes) : route,
    inhibit_rules: appended(
      inhibit_rules,
      fragments.flatMap(({ inhibitRules }) => inhibitRules),
    ),
    receivers: appended(
      receivers,
      fragments.flatMap((fragment) => fragment.receivers),
    ),
    time_intervals: appended(
      time_intervals,
      fragments.flatMap(({ timeIntervals }) => timeIntervals),
    ),
    templates: templates.reduce((list, template) => withTemplate(list, template, values), listOf(ownTemplates)),
    tracing: tracing ?? ownTracing,
    ...others,
  };
}

const listOf = (tree: Tree): readonly Tree[] => (Array.isArray(tree) ? tree : []);

const appended = (list: Tree, items: readonly Tree[]): Tree => filled([...listOf(list), ...items]);

const withRoutes = (route: TreeMap, routes: readonly TreeMap[]): TreeMap =>
  routes.length > 0 ? { ...route, routes: [...listOf(route.routes), ...routes] } : route;

/** A receiver without notifiers, appended unless its name exists. */
function withBlackhole(receivers: Tree, values: Values): Tree {
  const isBlackhole = (receiver: Tree): boolean => isMap(receiver) && values.isEqual(String(receiver.name), blackhole);
  return listOf(receivers).some(isBlackhole) ? receivers : [...listOf(receivers), { name: blackhole }];
}

/** Templates with one more, by its path: it replaces its bare name, or is appended. */
function withTemplate(list: readonly Tree[], { name = "", key }: Additions["templates"][number], values: Values): readonly Tree[] {
  const path = `${templatesFolder}/${name}/${key}`;
  const isEqual = (text: string) => (entry: Tree) => values.isEqual(String(entry), text);
  if (list.some(isEqual(path))) return list;
  const place = list.findIndex(isEqual(key));
  return place < 0 ? [...list, path] : list.with(place, path);
}
