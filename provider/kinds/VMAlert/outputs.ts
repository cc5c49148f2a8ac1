import type { Context } from "../../context";
import { serviceAddress, serviceOutputs } from "../../features/service-address";
import { teamOutput } from "../../features/team/team-objects";
import type { Alert } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of vmalert in the cluster: its user interface, and its API for VMAuth and Grafana."),
  team: teamOutput,
};

/** The values of the outputs that are addresses. */
export function addresses(alert: Alert, context: Context) {
  return serviceAddress(alert, context);
}
