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

/** Reports warnings, and objects that are left out. */
export function warnOfIssues(
  component: pulumi.Resource,
  issues: readonly Issue[],
  onInvalid: Switches["onInvalid"],
  describe: (issue: Issue) => string,
): void {
  const reported = issues.filter(({ severity }) => severity === "warning" || onInvalid === "skip");
  const suffixed = (text: string, { severity }: Issue): string => (severity === "error" ? `${text} (left out)` : text);
  const warnings = reported.map((issue) => ({
    text: suffixed(describeIssue(issue), issue),
    line: suffixed(describe(issue), issue),
    resource: component,
  }));
  void warnOfEach("objects", warnings);
}

/** A warning of one of many things. */
interface Warning {
  /** The part that others may share. */
  readonly text: string;
  /** The whole warning; by default the same. */
  readonly line?: string;
  readonly resource: pulumi.Resource;
}

/** The largest number of warnings with the same text that get a line each. */
const shown = 3;

/** Logs warnings of some things; of many with the same text the first ones, and the number of the others. */
export async function warnOfEach(things: string, warnings: readonly Warning[]): Promise<void> {
  const logged = [...grouped(warnings.map((warning) => [warning.text, warning])).values()].flatMap((alike) => {
    const rest = alike.length > shown + 1 ? alike.slice(shown) : [];
    const lines = alike.slice(0, alike.length - rest.length).map(({ text, line = text, resource }) => pulumi.log.warn(line, resource));
    const [first] = rest;
    if (first)
      lines.push(pulumi.log.warn(`the same for ${rest.length.toLocaleString("en")} more ${things}: ${first.text}`, first.resource));
    return lines;
  });
  await Promise.allSettled(logged);
}
