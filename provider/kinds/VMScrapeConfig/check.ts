import { checkClient } from "../../config/client-check";
import type { Context } from "../../context";
import { checkEndpoint } from "../../scraping/endpoint-check";
import type { DiscoveryClient } from "../../scraping/scrape-types";
import type { CustomResource } from "../../world/objects";
import { discoveries, itemsOf } from "./discoveries";
import { type Discovery, refusal } from "./discoveries/discovery";
import type { VMScrapeConfigSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check({ spec }: CustomResource<VMScrapeConfigSpec>, context: Context): void {
  checkEndpoint(spec, "spec", context);
  const all = Object.entries<Discovery>(discoveries);
  for (const [field] of all)
    itemsOf(spec, field).forEach((item, index) => {
      checkClient(item as DiscoveryClient, `spec.${field}[${index}]`, context);
    });
  for (const [field, { refused }] of all)
    if (refused && itemsOf(spec, field).length > 0) context.report.error(`spec.${field}`, `${refusal}: ${refused}`);
  for (const [field, { check }] of all)
    itemsOf(spec, field).forEach((item, index) => {
      check?.(item, `spec.${field}[${index}]`, context);
    });
}
