import type { Context } from "../../context";
import { checkEndpoint } from "../../scraping/endpoint-check";
import type { CustomResource } from "../../world/objects";
import { selectorProblems } from "../../world/selectors";
import type { VMServiceScrapeSpec } from "./schema";

/** Reports what the fields' own types cannot say. */
export function check({ spec }: CustomResource<VMServiceScrapeSpec>, context: Context): void {
  for (const [path, message] of selectorProblems(spec.selector ?? {})) context.report.error(`spec.selector.${path}`, message);
  for (const [index, endpoint] of spec.endpoints.entries()) checkEndpoint(endpoint, `spec.endpoints[${index}]`, context);
}
