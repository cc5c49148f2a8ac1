import { serviceAddress, serviceOutputs } from "../../features/service-address";
import { teamOutput } from "../../features/team/team-objects";
import { requiredRbacOutput } from "../../kubernetes/rbac";
import type { KindContext } from "../kind";
import type { Agent } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of the agent in the cluster."),
  remoteWriteUrl: "Address for pushing samples to the agent by Prometheus's remote write protocol.",
  requiredRbac: requiredRbacOutput,
  team: teamOutput,
};

/** The values of the outputs that are addresses. */
export function addresses(agent: Agent, context: KindContext) {
  const address = serviceAddress(agent, context);
  return { ...address, remoteWriteUrl: `${address.url}/api/v1/write` };
}
