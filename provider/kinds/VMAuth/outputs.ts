import { requiredRbacOutput } from "../../kubernetes/rbac";
import { serviceUrl } from "../../workload/http-server";
import type { KindContext } from "../kind";
import type { Gateway } from "./model";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the proxy in the cluster.",
  requiredRbac: requiredRbacOutput,
};

/** The values of the outputs that are addresses. */
export function addresses({ service, server }: Gateway, context: KindContext) {
  return { serviceName: service.metadata.name, url: serviceUrl(service, server, context) };
}
