import type { Context } from "../../context";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { alertmanagerOf } from "./model";
import type { VMAlertmanagerSpec } from "./schema";

/** The scrape object for the Alertmanager itself. */
export function selfScrapes(resource: CustomResource<VMAlertmanagerSpec>, context: Context): readonly SelfScrape[] {
  const { workload, service, server } = alertmanagerOf(resource, context);
  return selfScrapesOf(workload, { service, server, hasReloader: true }, context);
}
