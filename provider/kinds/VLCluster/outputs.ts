import type { Context } from "../../context";
import { balancerOutput, clusterAddresses, partOutputs } from "../../features/cluster/cluster-outputs";
import type { EventCluster } from "../../features/event-cluster/event-cluster";
import { logInsertOutputs, logInsertUrls } from "../../features/log-addresses";

/** Names and descriptions of the outputs. */
export const outputs = {
  ...partOutputs("vl", {
    select: "Address of vlselect in the cluster: for VMAlert's `datasource`, and for the data source of Grafana.",
    insert: "Address of vlinsert in the cluster.",
  }),
  queryUrl: "Address for queries in LogsQL.",
  ...logInsertOutputs,
  ...balancerOutput,
};

const uses = {
  select: (url: string) => ({ queryUrl: `${url}/select/logsql/query` }),
  insert: logInsertUrls,
};

/** The values of the outputs; those of missing parts are left out. */
export const addresses = (cluster: EventCluster, context: Context): Partial<Record<keyof typeof outputs, string>> =>
  clusterAddresses("vl", cluster, uses, context);
