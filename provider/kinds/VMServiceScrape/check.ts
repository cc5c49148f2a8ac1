import { checkTakenLabels } from "../../config/label-check";
import type { Context } from "../../context";
import { checkEndpoint, checkPort } from "../../scraping/endpoint-check";
import { checkSelector } from "../../selection";
import type { CustomResource } from "../../world/objects";
import type { VMServiceScrapeSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMServiceScrapeSpec>, context: Context): void {
  checkTakenLabels(spec, context);
  checkSelector({ path: "spec.selector", selector: spec.selector }, context);
  for (const [index, endpoint] of spec.endpoints.entries()) {
    checkEndpoint(endpoint, `spec.endpoints[${index}]`, context);
    checkPort(endpoint, `spec.endpoints[${index}]`, context);
  }
}
