import type { Context } from "../../context";
import type { EventDatabase } from "../../features/event-database/event-database";
import { serviceUrl } from "../../workload/http-server";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster: for VMAlert's `datasource`, and for the data source of Grafana.",
  remoteWriteUrl: "Address for writing by VictoriaLogs' own protocol, for VLAgent's `remoteWrite`.",
  jsonLineUrl: "Address for writing log entries as JSON, one in each line.",
  openTelemetryUrl: "Address for writing by OpenTelemetry's protocol over HTTP.",
  queryUrl: "Address for queries in LogsQL.",
};

/** The values of the outputs. */
export function addresses({ service, server }: EventDatabase, context: Context): Record<keyof typeof outputs, string> {
  const url = serviceUrl(service, server, context);
  return {
    serviceName: service.metadata.name,
    url,
    remoteWriteUrl: `${url}/insert/native`,
    jsonLineUrl: `${url}/insert/jsonline`,
    openTelemetryUrl: `${url}/insert/opentelemetry/v1/logs`,
    queryUrl: `${url}/select/logsql/query`,
  };
}
