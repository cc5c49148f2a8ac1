import { backupPortName } from "../../features/backup";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { singleOf } from "./model";
import type { VMSingleSpec } from "./schema";

/** The scrape object for the database itself. */
export function selfScrapes(resource: CustomResource<VMSingleSpec>, context: KindContext): readonly SelfScrape[] {
  const { workload, ...scraped } = singleOf(resource, context);
  return selfScrapesOf(workload, { ...scraped, sidecarPorts: [backupPortName] }, context);
}
