import { checkLabelNames } from "../../config/label-check";
import type { Context } from "../../context";
import { checkEndpoint } from "../../scraping/endpoint-check";
import type { CustomResource } from "../../world/objects";
import type { VMStaticScrapeSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMStaticScrapeSpec>, context: Context): void {
  for (const [index, endpoint] of spec.targetEndpoints.entries()) {
    checkEndpoint(endpoint, `spec.targetEndpoints[${index}]`, context);
    checkLabelNames(endpoint.labels, `spec.targetEndpoints[${index}].labels`, context);
  }
}
