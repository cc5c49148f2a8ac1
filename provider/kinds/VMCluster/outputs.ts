import type { Context } from "../../context";
import { clientUrl, nameOf } from "../../features/cluster/cluster-addresses";
import type { Part } from "../../features/cluster/cluster-model";
import type { Cluster } from "./members";

/** Names and descriptions of the outputs. */
export const outputs = {
  vmstorageServiceName: "Name of the Service of the storage nodes.",
  vmselectServiceName: "Name of the Service of vmselect, or of the load balancer in front of it.",
  vminsertServiceName: "Name of the Service of vminsert, or of the load balancer in front of it.",
  vmstorageUrl: "Address of the storage nodes in the cluster, for metrics and maintenance.",
  vmselectUrl: "Address of vmselect in the cluster, before `/select/<tenant>/…`.",
  vminsertUrl: "Address of vminsert in the cluster, before `/insert/<tenant>/…`.",
  queryUrl: "Address for queries by Prometheus's API, for tenant 0: a data source of Grafana, for example.",
  remoteWriteUrl: "Address for writing by Prometheus's remote write protocol, for tenant 0: for VMAgent's `remoteWrite`.",
  loadBalancerUrl: "Address of the load balancer in the cluster, for reading and writing.",
};

/** The values of the outputs; those of missing parts are left out. */
export function addresses(cluster: Cluster, context: Context): Partial<Record<keyof typeof outputs, string>> {
  const { storage, select, insert, balancer } = cluster;
  const url = (part: Part): string => clientUrl(part, cluster, context);
  return {
    ...(storage && { vmstorageServiceName: nameOf(storage), vmstorageUrl: url(storage) }),
    ...(select && {
      vmselectServiceName: nameOf(select),
      vmselectUrl: url(select),
      queryUrl: `${url(select)}/select/0/prometheus`,
    }),
    ...(insert && {
      vminsertServiceName: nameOf(insert),
      vminsertUrl: url(insert),
      remoteWriteUrl: `${url(insert)}/insert/0/prometheus/api/v1/write`,
    }),
    ...(balancer && { loadBalancerUrl: url(balancer) }),
  };
}
