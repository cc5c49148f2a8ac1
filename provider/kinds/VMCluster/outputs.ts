import type { Context } from "../../context";
import { serviceUrl } from "../../workload/http-server";
import type { Cluster, Part } from "./model";
import { domainOf } from "./storage-nodes";

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
  const { vmstorage, vmselect, vminsert, balancer } = cluster;
  const url = (part: Part): string => clientUrl(part, cluster, context);
  return {
    ...(vmstorage && { vmstorageServiceName: nameOf(vmstorage), vmstorageUrl: url(vmstorage) }),
    ...(vmselect && {
      vmselectServiceName: nameOf(vmselect),
      vmselectUrl: url(vmselect),
      queryUrl: `${url(vmselect)}/select/0/prometheus`,
    }),
    ...(vminsert && {
      vminsertServiceName: nameOf(vminsert),
      vminsertUrl: url(vminsert),
      remoteWriteUrl: `${url(vminsert)}/insert/0/prometheus/api/v1/write`,
    }),
    ...(balancer && { loadBalancerUrl: url(balancer) }),
  };
}

const nameOf = ({ services }: Part): string => services.clients.metadata.name;

/** Behind a load balancer it is the load balancer that answers. */
function clientUrl({ server, services }: Part, cluster: Cluster, context: Context): string {
  const isBalanced = services.clients !== services.pods;
  const answering = (isBalanced && cluster.balancer?.server) || server;
  const defaults = { ...context.defaults, clusterDomain: domainOf(cluster, context) };
  return serviceUrl(services.clients, answering, { ...context, defaults });
}
