import type { Context } from "../context";
import { parseDuration } from "../text/duration";
import { checkRelabelRules } from "./relabeling-check";
import type { Endpoint } from "./types";

/** Reports what an endpoint says that its scraper would refuse or not heed. */
export function checkEndpoint(endpoint: Endpoint, path: string, context: Context): void {
  checkDurations(endpoint, path, context)
  checkRelabelRules(endpoint.relabelConfigs, `${path}.relabelConfigs`, context);
  checkRelabelRules(endpoint.metricRelabelConfigs, `${path}.metricRelabelConfigs`, context);
}
