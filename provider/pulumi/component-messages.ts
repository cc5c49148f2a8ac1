import * as pulumi from "@pulumi/pulumi";
import { grouped } from "../text/grouped";
import { describeIssue, type Issue, shownObject } from "../world/issues";
import { spelled } from "./spelling";
import type { Switches } from "./switches";

/** An error of a component with all its problems, a line each. */
export const invalid = (title: string, lines: readonly string[], component: pulumi.Resource): Error =>
  new pulumi.ResourceError(`${title} is not valid:\n${lines.map((line) => `  ${line}`).join("\n")}`, component, true);

/** An issue in the messages of the component with the key `subject`; only other objects are named. */
export const describeFor = (subject: string, issue: Issue): string =>
  `${issue.object === subject ? "" : `${shownObject(issue)} `}${describeIssue(spelled(issue))}`;

/** Warns of a component that a preview cannot derive. `shown` describes the gap in the preview until then. */
export function warnOfDeferral(title: string, fields: readonly string[], shown: string, component: pulumi.Resource): void {
  void pulumi.log.warn(
    `${title} is derived during the update: its objects depend on values that are not known yet (${fields.join(", ")}). ` +
      `Until then the preview ${shown}; deletions listed for them are not real.`,
    component,
  );
}

/** The largest number of objects with the same warning that each get a line. */
const shown = 3;

/** Reports warnings, and objects that are left out. */
export function warnOfIssues(
  component: pulumi.Resource,
  issues: readonly Issue[],
  onInvalid: Switches["onInvalid"],
  describe: (issue: Issue) => string,
): void {
  const reported = issues.filter(({ severity }) => severity === "warning" || onInvalid === "skip");
  const same = grouped(reported.map((issue) => [`${issue.severity} ${describeIssue(issue)}`, issue]));
  for (const alike of same.values()) {
    const [first] = alike;
    if (!first) continue;
    const suffix = first.severity === "error" ? " (left out)" : "";
    const rest = alike.length - shown;
    const lines = alike.slice(0, rest > 1 ? shown : undefined).map(describe);
    if (rest > 1) lines.push(`${rest.toLocaleString("en")} more objects: ${describeIssue(first)}`);
    for (const line of lines) void pulumi.log.warn(`${line}${suffix}`, component);
  }
}
