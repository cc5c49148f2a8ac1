import { type Rule, scalar, text } from "../config/checker";
import { hostAndPortProblem } from "../text/host-and-port";
import { matchersProblem } from "../text/matchers";
import { isGoDuration, parsePrometheusDuration } from "../text/prometheus-duration";
import { regularExpressionProblem } from "../text/regular-expression";
import { webUrlProblem } from "../text/web-url";

/** Text in a special form of Alertmanager. */
export const url: Rule = text(webUrlProblem);

/** An address that may be made by a template for each notification. */
export const urlOrTemplate: Rule = text((value) => (value.includes("{{") ? undefined : webUrlProblem(value)));

export const duration: Rule = text((value) =>
  parsePrometheusDuration(value) === undefined ? "is not a duration: expected one such as 30s, 5m or 1h30m" : undefined,
);

export const positiveDuration: Rule = text((value) => {
  const milliseconds = parsePrometheusDuration(value);
  if (milliseconds === undefined) return "is not a duration: expected one such as 30s, 5m or 1h30m";
  return milliseconds === 0 ? "cannot be 0" : undefined;
});

/** A duration in Go's own syntax, without days. A number stands for nanoseconds. */
export const goDuration: Rule = scalar("expected a duration", (value) =>
  typeof value === "number" || isGoDuration(String(value)) ? undefined : "is not a duration: expected one such as 30s, 5m or 1h30m",
);

/** The same without plain numbers. */
export const goDurationText: Rule = text((value) =>
  isGoDuration(value) ? undefined : "is not a duration: expected one such as 30s or 1m30s",
);

export const hostAndPort: Rule = text((value) => (value === "" ? undefined : hostAndPortProblem(value)));

export const matchers: Rule = text(matchersProblem);

export const regularExpression: Rule = text((value) => regularExpressionProblem(value));

export const labelName: Rule = text((value) => (value === "" ? "is empty: expected the name of a label" : undefined));
