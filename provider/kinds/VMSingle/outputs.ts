import { requiredRbacOutput } from "../../kubernetes/rbac";
import { serviceUrl } from "../../workload/http-server";
import type { KindContext } from "../kind";
import type { Single } from "./model";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster, for queries.",
  remoteWriteUrl: "Address for writing by Prometheus's remote write protocol, for VMAgent's `remoteWrite`.",
  requiredRbac: requiredRbacOutput,
};

/** The values of the outputs that are addresses. */
export function addresses({ service, server }: Single, context: KindContext) {
  const url = serviceUrl(service, server, context);
  return { serviceName: service.metadata.name, url, remoteWriteUrl: `${url}/api/v1/write` };
}
