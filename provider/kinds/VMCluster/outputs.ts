import type { Context } from "../../context";
import { balancerOutput, clusterAddresses, partOutputs } from "../../features/cluster/cluster-outputs";
import type { Cluster } from "./members";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...partOutputs("vm", {
    select: "Address of vmselect in the cluster, before `/select/<tenant>/…`.",
    insert: "Address of vminsert in the cluster, before `/insert/<tenant>/…`.",
  }),
  queryUrl: "Address for queries by Prometheus's API, for tenant 0: a data source of Grafana, for example.",
  remoteWriteUrl: "Address for writing by Prometheus's remote write protocol, for tenant 0: for VMAgent's `remoteWrite`.",
  ...balancerOutput,
};

const uses = {
  select: (url: string) => ({ queryUrl: `${url}/select/0/prometheus` }),
  insert: (url: string) => ({ remoteWriteUrl: `${url}/insert/0/prometheus/api/v1/write` }),
};

/** The values of the outputs; those of missing parts are left out. */
export const addresses = (cluster: Cluster, context: Context): Partial<Record<keyof typeof outputs, string>> =>
  clusterAddresses("vm", cluster, uses, context);
