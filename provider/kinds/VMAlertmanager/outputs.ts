import type { Context } from "../../context";
import { serviceAddress, serviceOutputs } from "../../features/service-address";
import { requiredRbacOutput } from "../../kubernetes/rbac";
import type { Alertmanager } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of Alertmanager in the cluster."),
  requiredRbac: requiredRbacOutput,
} as const;

/** The values of the outputs that are addresses. */
export function addresses(alertmanager: Alertmanager, context: Context) {
  return serviceAddress(alertmanager, context);
}
