import type { Context } from "../../context";
import type { EventDatabase } from "../../features/event-database/event-database";
import { logInsertOutputs, logInsertUrls } from "../../features/log-addresses";
import { serviceAddress, serviceOutputs } from "../../features/service-address";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of the database in the cluster: for VMAlert's `datasource`, and for the data source of Grafana."),
  ...logInsertOutputs,
  queryUrl: "Address for queries in LogsQL.",
};

/** The values of the outputs. */
export function addresses(database: EventDatabase, context: Context): Record<keyof typeof outputs, string> {
  const address = serviceAddress(database, context);
  return {
    ...address,
    ...logInsertUrls(address.url),
    queryUrl: `${address.url}/select/logsql/query`,
  };
}
