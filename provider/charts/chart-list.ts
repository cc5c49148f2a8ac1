import { metricsAgent } from "./metrics-agent";
import type { Chart } from "./value-table";

/** The charts whose values can be converted, by their names. */
export const charts: Readonly<Record<string, Chart>> = {
  "victoria-metrics-agent": metricsAgent,
};
