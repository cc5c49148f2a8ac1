import type { Context } from "../context";
import { isTemplate } from "../text/template";
import { labelKeyProblems } from "../world/selectors";

type Checks = Pick<Context, "values" | "report">;

/** Names that queries take as they are. `$` stands for a match of a regular expression. */
const usualName = /^[a-zA-Z_][a-zA-Z0-9_.:]*$|\$/;

/** Warns of a label name that queries must escape, since it is likely a mistake. */
export function checkLabelName(name: string | undefined, path: string, { values, report }: Checks): void {
  const isUnusual = name && values.check(name, (known) => !isTemplate(String(known)) && !usualName.test(String(known)));
  if (isUnusual) report.warning(path, "is a name that queries must escape: expected letters, digits and _");
}

/** The same for the names of several labels. */
export function checkLabelNames(labels: Readonly<Record<string, unknown>> = {}, path: string, checks: Checks): void {
  for (const name of Object.keys(labels)) checkLabelName(name, `${path}[${JSON.stringify(name)}]`, checks);
}

/** Labels of Kubernetes objects that targets receive. */
interface TakenLabels {
  readonly jobLabel?: string;
  readonly targetLabels?: readonly string[];
  readonly podTargetLabels?: readonly string[];
}

/** Warns of labels that Kubernetes objects cannot have. */
export function checkTakenLabels({ jobLabel, targetLabels = [], podTargetLabels = [] }: TakenLabels, { report }: Checks): void {
  const warn = (key: string, path: string): void => {
    for (const [where, message] of labelKeyProblems(path, key)) report.warning(where, message);
  };
  if (jobLabel) warn(jobLabel, "spec.jobLabel");
  for (const [index, key] of targetLabels.entries()) warn(key, `spec.targetLabels[${index}]`);
  for (const [index, key] of podTargetLabels.entries()) warn(key, `spec.podTargetLabels[${index}]`);
}
