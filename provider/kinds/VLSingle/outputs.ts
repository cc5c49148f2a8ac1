import type { Context } from "../../context";
import type { EventDatabase } from "../../features/event-database/event-database";
import { logInsertOutputs, logInsertUrls } from "../../features/log-addresses";
import { serviceUrl } from "../../workload/http-server";

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster: for VMAlert's `datasource`, and for the data source of Grafana.",
  ...logInsertOutputs,
  queryUrl: "Address for queries in LogsQL.",
};

/** The values of the outputs. */
export function addresses({ service, server }: EventDatabase, context: Context): Record<keyof typeof outputs, string> {
  const url = serviceUrl(service, server, context);
  return {
    serviceName: service.metadata.name,
    url,
    ...logInsertUrls(url),
    queryUrl: `${url}/select/logsql/query`,
  };
}
