import { checkTakenLabels } from "../../config/label-check";
import type { Context } from "../../context";
import { checkEndpoint } from "../../scraping/endpoint-check";
import { checkSelector } from "../../selection";
import type { CustomResource } from "../../world/objects";
import type { VMNodeScrapeSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMNodeScrapeSpec>, context: Context): void {
  checkTakenLabels(spec, context);
  checkSelector({ path: "spec.selector", selector: spec.selector }, context);
  checkEndpoint(spec, "spec", context);
}
