import type { Context } from "../../context";
import type { EventDatabase } from "../../features/event-database/event-database";
import { serviceAddress, serviceOutputs } from "../../features/service-address";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...serviceOutputs("Address of the database in the cluster."),
  openTelemetryUrl: "Address for writing traces by OpenTelemetry's protocol over HTTP.",
  jaegerUrl: "Address for queries by Jaeger's API: a data source of Grafana, for example.",
};

/** The values of the outputs. */
export function addresses(database: EventDatabase, context: Context): Record<keyof typeof outputs, string> {
  const address = serviceAddress(database, context);
  return {
    ...address,
    openTelemetryUrl: `${address.url}/insert/opentelemetry/v1/traces`,
    jaegerUrl: `${address.url}/select/jaeger`,
  };
}
