import type { Checker } from "../config/checker";
import type { Context } from "../context";

/** Reports problems of fields that become settings of Alertmanager. */
export const checkerOf = ({ values, report }: Pick<Context, "values" | "report">): Checker => ({
  values,
  program: "Alertmanager",
  error: (path, message) => report.error(path, message),
});
