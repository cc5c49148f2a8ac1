import { serviceAddress, serviceOutputs } from "../../features/service-address";
import { requiredRbacOutput } from "../../kubernetes/rbac";
import type { KindContext } from "../kind";
import type { Single } from "./model";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of the database in the cluster, for queries."),
  remoteWriteUrl: "Address for writing by Prometheus's remote write protocol, for VMAgent's `remoteWrite`.",
  requiredRbac: requiredRbacOutput,
};

/** The values of the outputs that are addresses. */
export function addresses(single: Single, context: KindContext) {
  const address = serviceAddress(single, context);
  return { ...address, remoteWriteUrl: `${address.url}/api/v1/write` };
}
