import type { Context } from "../../context";
import { logInsertUrls } from "../../features/log-addresses";
import { serviceAddress, serviceOutputs } from "../../features/service-address";
import type { Agent } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of the agent in the cluster."),
  remoteWriteUrl: "Address for writing to the agent by VictoriaLogs' own protocol.",
  jsonLineUrl: "Address for writing log entries to the agent as JSON, one in each line.",
  openTelemetryUrl: "Address for writing to the agent by OpenTelemetry's protocol over HTTP.",
};

/** The values of the outputs. */
export function addresses(agent: Agent, context: Context): Record<keyof typeof outputs, string> {
  const address = serviceAddress(agent, context);
  return {
    ...address,
    ...logInsertUrls(address.url),
  };
}
