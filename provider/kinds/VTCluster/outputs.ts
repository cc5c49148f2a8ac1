import type { Context } from "../../context";
import { clientUrl, nameOf } from "../../features/cluster/cluster-addresses";
import type { Part } from "../../features/cluster/cluster-model";
import type { EventCluster } from "../../features/event-cluster/event-cluster";

/** Names and descriptions of the outputs. */
export const outputs = {
  vtstorageServiceName: "Name of the Service of the storage nodes.",
  vtselectServiceName: "Name of the Service of vtselect, or of the load balancer in front of it.",
  vtinsertServiceName: "Name of the Service of vtinsert, or of the load balancer in front of it.",
  vtstorageUrl: "Address of the storage nodes in the cluster, for metrics and maintenance.",
  vtselectUrl: "Address of vtselect in the cluster.",
  vtinsertUrl: "Address of vtinsert in the cluster.",
  jaegerUrl: "Address for queries by Jaeger's API: a data source of Grafana, for example.",
  openTelemetryUrl: "Address for writing traces by OpenTelemetry's protocol over HTTP.",
  loadBalancerUrl: "Address of the load balancer in the cluster, for reading and writing.",
};

/** The values of the outputs; those of parts that are not there are left out. */
export function addresses(cluster: EventCluster, context: Context): Partial<Record<keyof typeof outputs, string>> {
  const { storage, select, insert, balancer } = cluster;
  const url = (part: Part): string => clientUrl(part, cluster, context);
  return {
    ...(storage && { vtstorageServiceName: nameOf(storage), vtstorageUrl: url(storage) }),
    ...(select && {
      vtselectServiceName: nameOf(select),
      vtselectUrl: url(select),
      jaegerUrl: `${url(select)}/select/jaeger`,
    }),
    ...(insert && {
      vtinsertServiceName: nameOf(insert),
      vtinsertUrl: url(insert),
      openTelemetryUrl: `${url(insert)}/insert/opentelemetry/v1/traces`,
    }),
    ...(balancer && { loadBalancerUrl: url(balancer) }),
  };
}
