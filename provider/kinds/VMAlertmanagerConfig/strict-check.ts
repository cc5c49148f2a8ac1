import { checkerOf } from "../../alertmanager/alertmanager-checker";
import { checkDistinctNames, namesOf } from "../../alertmanager/names";
import { checkReceivers } from "../../alertmanager/receivers";
import { checkReferences, inhibitRules, route } from "../../alertmanager/routes";
import { timeIntervals } from "../../alertmanager/time-intervals";
import type { TreeMap } from "../../config/keys";
import type { Context } from "../../context";
import type { Version } from "../../text/release";
import type { Tree } from "../../text/tree";
import { withEntries } from "./fragment";
import type { VMAlertmanagerConfigSpec } from "./schema";

/**
 * Reports settings that make Alertmanager refuse its whole configuration. `receivers` are those of the resource in Alertmanager's terms, `global` is
 * the global section beside them, where it is known, and `version` is the release of Alertmanager.
 */
export function checkStrictly(
  spec: VMAlertmanagerConfigSpec,
  receivers: readonly TreeMap[],
  global: TreeMap | undefined,
  context: Context,
  version?: Version,
): void {
  const checker = { ...checkerOf(context), version };
  checkReceivers(receivers, "spec.receivers", global, checker);
  const own = spec as { readonly [key: string]: Tree };
  checkDistinctNames(own.receivers, "spec.receivers", checker);
  route(own.route, "spec.route", checker);
  inhibitRules(own.inhibit_rules, "spec.inhibit_rules", checker);
  timeIntervals(own.time_intervals, "spec.time_intervals", checker);
  const names = { receivers: namesOf(own.receivers, checker), timeIntervals: namesOf(withEntries(spec.time_intervals) as Tree, checker) };
  checkReferences(own.route, names, "spec.route", checker);
}
