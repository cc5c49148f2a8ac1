import type { Context } from "../../context";
import { clientUrl, nameOf } from "../../features/cluster/cluster-addresses";
import type { Part } from "../../features/cluster/cluster-model";
import type { EventCluster } from "../../features/event-cluster/event-cluster";
import { logInsertOutputs, logInsertUrls } from "../../features/log-addresses";

/** Names and descriptions of the outputs. */
export const outputs = {
  vlstorageServiceName: "Name of the Service of the storage nodes.",
  vlselectServiceName: "Name of the Service of vlselect, or of the load balancer in front of it.",
  vlinsertServiceName: "Name of the Service of vlinsert, or of the load balancer in front of it.",
  vlstorageUrl: "Address of the storage nodes in the cluster, for metrics and maintenance.",
  vlselectUrl: "Address of vlselect in the cluster: for VMAlert's `datasource`, and for the data source of Grafana.",
  vlinsertUrl: "Address of vlinsert in the cluster.",
  queryUrl: "Address for queries in LogsQL.",
  ...logInsertOutputs,
  loadBalancerUrl: "Address of the load balancer in the cluster, for reading and writing.",
};

/** The values of the outputs; those of parts that are not there are left out. */
export function addresses(cluster: EventCluster, context: Context): Partial<Record<keyof typeof outputs, string>> {
  const { storage, select, insert, balancer } = cluster;
  const url = (part: Part): string => clientUrl(part, cluster, context);
  return {
    ...(storage && { vlstorageServiceName: nameOf(storage), vlstorageUrl: url(storage) }),
    ...(select && {
      vlselectServiceName: nameOf(select),
      vlselectUrl: url(select),
      queryUrl: `${url(select)}/select/logsql/query`,
    }),
    ...(insert && {
      vlinsertServiceName: nameOf(insert),
      vlinsertUrl: url(insert),
      ...logInsertUrls(url(insert)),
    }),
    ...(balancer && { loadBalancerUrl: url(balancer) }),
  };
}
