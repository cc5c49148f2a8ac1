import type { Context } from "../../context";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { alertOf } from "./model";
import type { VMAlertSpec } from "./schema";

/** The scrape object for the VMAlert itself. */
export function selfScrapes(resource: CustomResource<VMAlertSpec>, context: Context): readonly SelfScrape[] {
  const { workload, selectsRules, ...scraped } = alertOf(resource, context);
  return selfScrapesOf(workload, { ...scraped, hasReloader: selectsRules }, context);
}
