import type { Context } from "../../context";
import type { EventDatabase } from "../../features/event-database/event-database";
import { serviceUrl } from "../../workload/http-server";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster.",
  openTelemetryUrl: "Address for writing traces by OpenTelemetry's protocol over HTTP.",
  jaegerUrl: "Address for queries by Jaeger's API: a data source of Grafana, for example.",
};

/** The values of the outputs. */
export function addresses({ service, server }: EventDatabase, context: Context): Record<keyof typeof outputs, string> {
  const url = serviceUrl(service, server, context);
  return {
    serviceName: service.metadata.name,
    url,
    openTelemetryUrl: `${url}/insert/opentelemetry/v1/traces`,
    jaegerUrl: `${url}/select/jaeger`,
  };
}
