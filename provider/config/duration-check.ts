import type { Context } from "../context";
import { parseDuration } from "../text/duration";
import { isTemplate } from "../text/template";

type Checks = Pick<Context, "values" | "report">;

/** Reports a text that is not a duration. */
export function checkDuration(text: string | undefined, path: string, checks: Checks): void {
  if (isDuration(text, checks) === false) checks.report.error(path, "is not a duration: expected one such as 30s, 1m30s or 500ms");
}

/** Whether a text is a duration, if it is given and known. A text with variables of the scraper's environment counts as one. */
export function isDuration(text: string | undefined, { values }: Checks): boolean | undefined {
  return text ? values.check(text, (known) => isTemplate(String(known)) || parseDuration(String(known)) !== undefined) : undefined;
}
