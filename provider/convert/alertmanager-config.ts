import { type Conversion, field, fields, fieldsWith, flag, isData, listOf, same, underscored, withUnderscores } from "./conversion";
import { receiver } from "./receiver-conversion";
import type { SourceKind } from "./source";

const matcherFields = fieldsWith(["name"], same("name", "value", "matchType", "regex"));

/** A condition as text: `severity="critical"`. Without a type it is an equality, unless `regex` says otherwise. */
const matcher: Conversion = (value, place) => {
  const read = matcherFields(value, place);
  if (!isData(read)) return read;
  const { name = "", value: wanted = "", matchType, regex } = read;
  const type = matchType || (regex === true && wanted !== "" ? "=~" : "=");
  return `${name}${type}"${place.values.apply("matcherValue", String(wanted))}"`;
};

const matchers = listOf(matcher);

/** A route and all routes below it. */
const route: Conversion = (value, place) => routeFields(value, place);
const routeFields: Conversion = fields({
  ...same("receiver"),
  ...underscored("groupBy", "groupWait", "groupInterval", "repeatInterval", "muteTimeIntervals", "activeTimeIntervals"),
  matchers: field("matchers", matchers),
  continue: field("continue", flag),
  routes: field("routes", listOf(route)),
});

const inhibitRule = fields({
  targetMatch: field("target_matchers", matchers),
  sourceMatch: field("source_matchers", matchers),
  ...same("equal"),
});

const dayFields = fields(same("start", "end"));

/** Days of a month as text: `1:5`. */
const days: Conversion = (value, place) => {
  const read = dayFields(value, place);
  return isData(read) ? `${read.start ?? 0}:${read.end ?? 0}` : read;
};

const timeInterval = fields({
  times: field("times", listOf(fields(underscored("startTime", "endTime")))),
  ...same("weekdays", "months", "years"),
  daysOfMonth: field("days_of_month", listOf(days)),
});

const timeIntervals = fields({ ...same("name"), ...withUnderscores(listOf(timeInterval), "timeIntervals") });

export const AlertmanagerConfig: SourceKind = {
  kind: "AlertmanagerConfig",
  apiVersion: "monitoring.coreos.com/v1alpha1",
  setting: "alertmanagerConfig",
  spec: fields({
    route: field("route", route),
    receivers: field("receivers", listOf(receiver)),
    inhibitRules: field("inhibit_rules", listOf(inhibitRule)),
    muteTimeIntervals: field("time_intervals", listOf(timeIntervals)),
  }),
};
