import type { Context } from "../../context";
import { balancerOutput, clusterAddresses, partOutputs } from "../../features/cluster/cluster-outputs";
import type { EventCluster } from "../../features/event-cluster/event-cluster";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...partOutputs("vt", { select: "Address of vtselect in the cluster.", insert: "Address of vtinsert in the cluster." }),
  jaegerUrl: "Address for queries by Jaeger's API: a data source of Grafana, for example.",
  openTelemetryUrl: "Address for writing traces by OpenTelemetry's protocol over HTTP.",
  ...balancerOutput,
};

const uses = {
  select: (url: string) => ({ jaegerUrl: `${url}/select/jaeger` }),
  insert: (url: string) => ({ openTelemetryUrl: `${url}/insert/opentelemetry/v1/traces` }),
};

/** The values of the outputs; those of missing parts are left out. */
export const addresses = (cluster: EventCluster, context: Context): Partial<Record<keyof typeof outputs, string>> =>
  clusterAddresses("vt", cluster, uses, context);
