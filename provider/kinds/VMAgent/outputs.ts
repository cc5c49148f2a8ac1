import { requiredRbacOutput } from "../../kubernetes/rbac";
import { serviceUrl } from "../../workload/http-server";
import type { KindContext } from "../kind";
import type { Agent } from "./model";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the agent in the cluster.",
  remoteWriteUrl: "Address for pushing samples to the agent by Prometheus's remote write protocol.",
  requiredRbac: requiredRbacOutput,
};

/** The values of the outputs that are addresses. */
export function addresses({ service, server }: Agent, context: KindContext) {
  const url = serviceUrl(service, server, context);
  return { serviceName: service.metadata.name, url, remoteWriteUrl: `${url}/api/v1/write` };
}
