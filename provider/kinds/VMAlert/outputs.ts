import type { Context } from "../../context";
import { serviceAddress, serviceOutputs } from "../../features/service-address";
import type { Alert } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = serviceOutputs("Address of vmalert in the cluster: its user interface, and its API for VMAuth and Grafana.");

/** The values of the outputs. */
export function addresses(alert: Alert, context: Context): Record<keyof typeof outputs, string> {
  return serviceAddress(alert, context);
}
