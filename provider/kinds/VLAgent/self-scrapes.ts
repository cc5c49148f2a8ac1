import type { Context } from "../../context";
import { podSelfScrapes } from "../../features/pod-self-scrape";
import type { SelfScrape } from "../../features/self-scrape";
import type { CustomResource } from "../../world/objects";
import { agentOf } from "./model";
import type { VLAgentSpec } from "./schema";

/** The scrape object for the agent itself. */
export function selfScrapes(resource: CustomResource<VLAgentSpec>, context: Context): readonly SelfScrape[] {
  const { workload, server, service } = agentOf(resource, context);
  return podSelfScrapes(workload, { server, service, hasReloader: false }, context);
}
