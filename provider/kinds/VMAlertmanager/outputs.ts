import type { Context } from "../../context";
import { requiredRbacOutput } from "../../kubernetes/rbac";
import { serviceUrl } from "../../workload/http-server";
import type { Alertmanager } from "./model";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of Alertmanager in the cluster.",
  requiredRbac: requiredRbacOutput,
} as const;

/** The values of the outputs that are addresses. */
export function addresses({ service, server }: Alertmanager, context: Context) {
  return { serviceName: service.metadata.name, url: serviceUrl(service, server, context) };
}
