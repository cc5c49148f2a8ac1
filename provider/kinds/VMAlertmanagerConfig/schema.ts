import { z } from "zod";
import { duration } from "../../schema/duration-text";
import { boolean, described, item, list, object, required, string } from "../../schema/fields";
import type { Placeholder } from "../../values/values";
import { receiver } from "./receivers";

const matcher = (alerts: string) =>
  `Conditions on labels of ${alerts}, all of which must hold: \`severity="critical"\`, \`team!="db"\`, \`job=~"api-.*"\`. A text may hold several of them, separated by commas.`;

const routeFields = {
  matchers: list(`${matcher("alerts")} Without any, all alerts match.`, item),
  group_by: list(
    'Labels that group alerts into one notification; `["..."]` keeps all alerts separate. Default: the setting of the route above.',
    item,
  ),
  group_wait: duration("Time that the first alert of a group waits for others. Default: the setting of the route above, at the top `30s`."),
  group_interval: duration(
    "Time between notifications of a group with new alerts. Default: the setting of the route above, at the top `5m`.",
  ),
  repeat_interval: duration(
    "Time after which an unchanged notification is repeated. Default: the setting of the route above, at the top `4h`.",
  ),
  active_time_intervals: list("Names of `time_intervals` in which the route notifies. Default: always.", item),
  mute_time_intervals: list("Names of `time_intervals` in which the route does not notify.", item),
  continue: boolean(
    "Whether matching alerts continue to the next route as well. Default false; always true for the top route of a resource, unless the VMAlertmanager sets `disableRouteContinueEnforce`.",
  ),
};

/** A route below another. */
export interface SubRoute {
  readonly receiver?: string;
  readonly matchers?: readonly string[];
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
  readonly active_time_intervals?: readonly string[];
  readonly mute_time_intervals?: readonly string[];
  readonly continue?: boolean | Placeholder;
  readonly routes?: readonly SubRoute[];
}

const subRoute: z.ZodType<SubRoute> = object("SubRoute", "A route below another one: it gets the alerts of that one which it matches.", {
  receiver: string("Name of the receiver. Default: that of the route above."),
  ...routeFields,
  routes: list(
    "Routes below this one. The first that matches an alert gets it.",
    z.lazy((): z.ZodType<SubRoute> => subRoute),
  ),
});

const route = object("Route", "Which alerts go to which receiver.", {
  receiver: required(string("Name of the receiver of alerts that match no route below. It must be one of `receivers`.")),
  ...routeFields,
  routes: list("Routes below this one. The first that matches an alert gets it.", subRoute),
});

const inhibitRule = object("InhibitRule", "Alerts that are not told of while others fire.", {
  source_matchers: list(`${matcher("the alerts that silence others")}`, item),
  target_matchers: list(`${matcher("the alerts that are silenced")}`, item),
  equal: list("Labels that both alerts must have the same values of. A label that neither has counts as the same.", item),
});

const timeRange = object("TimeRange", "A span of a day.", {
  start_time: required(string("Begin, `09:00`.", { example: "09:00" })),
  end_time: required(string("End, which does not belong to the span: `17:00`, at the latest `24:00`.", { example: "17:00" })),
});

const timeInterval = object("TimeInterval", "A time at which all that is given here holds at once. An empty one is left out.", {
  times: list("Spans of the day.", timeRange),
  weekdays: list("Days of the week by their names, or spans of them: `monday:friday`.", item),
  days_of_month: list("Days of the month from 1 to 31, or spans of them: `1:5`. Negative ones count from the end: `-1` is the last.", item),
  months: list("Months by name or number, or spans of them: `may:august`, `1:3`.", item),
  years: list("Years, or spans of them: `2025:2030`.", item),
  location: string("Time zone of all this, `Europe/Berlin`. Default UTC.", { example: "Europe/Berlin" }),
});

const timeIntervals = object("TimeIntervals", "Times with a name, for routes to refer to.", {
  name: required(string("The name. In Alertmanager the resource's namespace and name stand before it.")),
  time_intervals: required(list("The times; any of them counts.", timeInterval)),
});

export const spec = object(
  "VMAlertmanagerConfigSpec",
  "Routes and receivers of one team, for the Alertmanagers that select this resource.",
  {
    route: described(
      "The route of alerts to receivers. It sees only alerts with the resource's namespace in the label `namespace`, unless the VMAlertmanager says otherwise. " +
        "Without it, receivers and the like are unused.",
      route,
    ),
    receivers: list("Receivers of alerts.", receiver),
    inhibit_rules: list(
      "Alerts that silence others. They only affect alerts of the resource's namespace, unless the VMAlertmanager says otherwise.",
      inhibitRule,
    ),
    time_intervals: list("Times with names, in which routes notify or do not.", timeIntervals),
  },
);

export type VMAlertmanagerConfigSpec = z.output<typeof spec>;
