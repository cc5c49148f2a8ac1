import type { Context } from "../../context";
import { serviceUrl } from "../../workload/http-server";
import type { Alert } from "./model";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of vmalert in the cluster: its user interface, and its API for VMAuth and Grafana.",
};

/** The values of the outputs. */
export function addresses({ service, server }: Alert, context: Context): Record<keyof typeof outputs, string> {
  return { serviceName: service.metadata.name, url: serviceUrl(service, server, context) };
}
