import type { Context } from "../context";
import { describeProblem } from "../upstream/problem-text";

/** Reports a filter of log entries that VictoriaLogs' own parser refuses. A build without the parser checks none. */
export function checkLogsFilter(text: string | undefined, path: string, { values, report, parsers }: Context): void {
  if (!text || !values.isKnown(text)) return;
  const problem = values.check(text, (known) => parsers()?.logsFilter(String(known)));
  if (problem) report.error(path, `is not a filter of LogsQL: ${describeProblem(problem, values.isSecret(text))}`);
}
