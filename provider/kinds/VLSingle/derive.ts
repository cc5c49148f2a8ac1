import type { Context } from "../../context";
import type { Derivation } from "../../derived";
import type { EventDatabase } from "../../features/event-database/event-database";
import { eventDatabaseObjects, eventDatabaseScrapes } from "../../features/event-database/event-database-objects";
import type { SelfScrape } from "../../features/self-scrape";
import { serviceUrl } from "../../workload/http-server";
import type { CustomResource } from "../../world/objects";
import { singleOf } from "./model";
import type { VLSingleSpec } from "./schema";

/** What a VLSingle becomes. */
export function derive(resource: CustomResource<VLSingleSpec>, context: Context): Derivation {
  const single = singleOf(resource, context);
  return { objects: eventDatabaseObjects(single, context), configs: [], outputs: addresses(single, context) };
}

/** The scrape object for the database itself. */
export const selfScrapes = (resource: CustomResource<VLSingleSpec>, context: Context): readonly SelfScrape[] =>
  eventDatabaseScrapes(singleOf(resource, context), context);

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster: for VMAlert's `datasource`, and for the data source of Grafana.",
  remoteWriteUrl: "Address for writing by VictoriaLogs' own protocol, for VLAgent's `remoteWrite`.",
  jsonLineUrl: "Address for writing log entries as JSON, one in each line.",
  openTelemetryUrl: "Address for writing by OpenTelemetry's protocol over HTTP.",
  queryUrl: "Address for queries in LogsQL.",
};

function addresses({ service, server }: EventDatabase, context: Context): Record<keyof typeof outputs, string> {
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
