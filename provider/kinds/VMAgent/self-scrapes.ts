import { podSelfScrapes } from "../../features/pod-self-scrape";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as serviceSelfScrapes } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { agentOf } from "./model";
import type { VMAgentSpec } from "./schema";

/** The scrape object for the agent itself. */
export function selfScrapes(resource: CustomResource<VMAgentSpec>, context: KindContext): readonly SelfScrape[] {
  const { workload, mode, ...scraped } = agentOf(resource, context);
  return mode === "DaemonSet" ? podSelfScrapes(workload, scraped, context) : serviceSelfScrapes(workload, scraped, context);
}
