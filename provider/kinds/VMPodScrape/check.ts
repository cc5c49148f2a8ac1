import { checkTakenLabels } from "../../config/label-check";
import type { Context } from "../../context";
import { checkEndpoint, checkPort } from "../../scraping/endpoint-check";
import { checkSelector } from "../../selection";
import type { CustomResource } from "../../world/objects";
import type { VMPodScrapeSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMPodScrapeSpec>, context: Context): void {
  checkTakenLabels(spec, context);
  checkSelector({ path: "spec.selector", selector: spec.selector }, context);
  for (const [index, endpoint] of spec.podMetricsEndpoints.entries()) {
    const path = `spec.podMetricsEndpoints[${index}]`;
    checkEndpoint(endpoint, path, context);
    checkPort(endpoint.portNumber === undefined ? endpoint : { port: endpoint.port }, path, context);
  }
}
