import { checkerOf } from "../../alertmanager/alertmanager-checker";
import { checkDistinctNames, namesOf } from "../../alertmanager/names";
import { checkMatchers, checkReferences } from "../../alertmanager/routes";
import { resourceTimeIntervals } from "../../alertmanager/time-intervals";
import { needs } from "../../config/checker";
import type { Context } from "../../context";
import type { Tree } from "../../text/tree";
import type { CustomResource } from "../../world/objects";
import { checkReceiver } from "./receivers";
import type { VMAlertmanagerConfigSpec } from "./schema";

/** Reports errors of the resource itself, for any Alertmanager. */
export function check({ spec }: CustomResource<VMAlertmanagerConfigSpec>, context: Context): void {
  const checker = checkerOf(context);
  const own = spec as { readonly [key: string]: Tree };
  spec.receivers?.forEach((receiver, index) => void checkReceiver(receiver, `spec.receivers[${index}]`, context));
  checkDistinctNames(own.receivers, "spec.receivers", checker);
  resourceTimeIntervals(own.time_intervals, "spec.time_intervals", checker);
  checkDistinctNames(own.time_intervals, "spec.time_intervals", checker);
  if (!spec.route) return;
  needs("receiver")(own.route, "spec.route", checker);
  checkMatchers(own.route, "spec.route", checker);
  const names = { receivers: namesOf(own.receivers, checker), timeIntervals: namesOf(own.time_intervals, checker) };
  checkReferences(own.route, names, "spec.route", checker);
}
