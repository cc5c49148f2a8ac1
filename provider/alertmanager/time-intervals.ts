import { type Checker, fields, list, needs, type Rule, text } from "../config/checker";
import { valueAt } from "../config/keys";
import type { Tree } from "../text/tree";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** Reads one member of a span; undefined if it is invalid. */
type Member = (text: string) => number | undefined;

const wholeNumber: Member = (text) => (/^[-+]?[0-9]+$/.test(text) ? Number(text) : undefined);
const within =
  (member: Member, minimum: number, maximum: number): Member =>
  (text) => {
    const value = member(text);
    return value !== undefined && value >= minimum && value <= maximum ? value : undefined;
  };
const named =
  (names: readonly string[], first: number): Member =>
  (text) => {
    const index = names.indexOf(text.toLowerCase());
    return index < 0 ? undefined : index + first;
  };
const either =
  (...members: readonly Member[]): Member =>
  (text) => {
    for (const member of members) {
      const value = member(text);
      if (value !== undefined) return value;
    }
    return undefined;
  };

/** The problem of a member or a span `first:last`. `isReversed` says whether the last member comes before the first. */
function spanProblem(
  text: string,
  member: Member,
  expected: string,
  isReversed = (first: number, last: number) => first > last,
): string | undefined {
  const parts = text.split(":").map(member);
  const [first, last = first] = parts;
  if (parts.length > 2 || first === undefined || last === undefined || parts.includes(undefined)) return expected;
  return isReversed(first, last) ? "ends before it begins: make two of it, one up to the end and one from the beginning" : undefined;
}

/** Days from the end of the month are compared by the shortest month. */
const isReversedDay = (first: number, last: number): boolean => (first < 0 && last > 0) || fromBegin(first) > fromBegin(last);
const fromBegin = (day: number): number => (day < 0 ? 28 + day : day);
const day: Member = (text) => (Number(text) === 0 ? undefined : within(wholeNumber, -31, 31)(text));

/** A kind of spans, with its check. */
const span = (member: Member, expected: string, isReversed?: (first: number, last: number) => boolean): Rule =>
  text((value) => spanProblem(value, member, expected, isReversed));

const weekdayName = named(weekdays, 0);

/** The days of the week as Alertmanager reads them, and as the custom resource accepts them: as numbers, too. */
const weekdaysByName = span(weekdayName, "expected a day such as monday, or days such as monday:friday");
const weekdaysByNumber = span(
  either(weekdayName, within(wholeNumber, 0, 6)),
  "expected a day such as monday, or days such as monday:friday",
);

const minutes = (time: string): number | undefined => {
  const [, hour, minute] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(time) ?? [];
  return time === "24:00" ? 24 * 60 : hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
};

const time: Rule = text((value) => (value === "" || minutes(value) !== undefined ? undefined : "expected a time such as 09:00, or 24:00"));

/** A span of a day has a start and a later end. */
function timesInOrder(tree: Tree, path: string, { values, error }: Checker): void {
  const [start, end] = ["start_time", "end_time"].map((key) => {
    const value = valueAt(tree, [key]);
    return typeof value === "string" ? values.check(value, (known) => minutes(String(known))) : undefined;
  });
  if (start !== undefined && end !== undefined && start >= end) error(`${path}.end_time`, "must be later than start_time");
}

const timeRange = fields({ start_time: time, end_time: time }, needs("start_time", "end_time"), timesInOrder);

const otherFields = {
  times: list(timeRange),
  days_of_month: list(span(day, "expected a day from 1 to 31, from -31 to -1, or days such as 1:5", isReversedDay)),
  months: list(
    span(either(named(months, 1), within(wholeNumber, 1, 12)), "expected a month such as may or 5, or months such as may:august"),
  ),
  years: list(span(wholeNumber, "expected a year, or years such as 2025:2030")),
};

const location: Rule = text((value) => (isLocation(value) ? undefined : "is not a time zone: expected one such as Europe/Berlin"));

/** Zones of the time zone database; `Local` is that of the container. */
function isLocation(name: string): boolean {
  if (name === "" || name === "Local") return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Times as Alertmanager reads them. */
const strictTimes = list(fields({ ...otherFields, weekdays: list(weekdaysByName), location }));

/** Times as the custom resource accepts them. */
const resourceTimes = list(fields({ ...otherFields, weekdays: list(weekdaysByNumber), location: text() }));

/** Reports times with names that Alertmanager would refuse. */
export const timeIntervals: Rule = list(fields({ name: text(), time_intervals: strictTimes }, needs("name")));

/** The same for the rules of the custom resource. */
export const resourceTimeIntervals: Rule = list(fields({ name: text(), time_intervals: resourceTimes }, needs("name")));
