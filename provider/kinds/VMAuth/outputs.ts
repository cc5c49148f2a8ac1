import { serviceAddress, serviceOutputs } from "../../features/service-address";
import { requiredRbacOutput } from "../../kubernetes/rbac";
import type { KindContext } from "../kind";
import type { Gateway } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of the proxy in the cluster."),
  requiredRbac: requiredRbacOutput,
};

/** The values of the outputs that are addresses. */
export function addresses(gateway: Gateway, context: KindContext) {
  return serviceAddress(gateway, context);
}
