import type { Context } from "../../context";
import { serviceUrl } from "../../workload/http-server";
import type { AnyCluster, Part } from "./cluster-model";

/** The domain of the Kubernetes cluster in addresses; empty if it is not to be written. */
export const domainOf = ({ resource: { spec } }: Pick<AnyCluster, "resource">, { defaults }: Context): string =>
  spec.clusterDomainName || defaults.clusterDomain;

/** The name of the Service that clients of a part use. */
export const nameOf = ({ services }: Part): string => services.clients.metadata.name;

/** The address of a part for clients. Behind a load balancer it is the load balancer that answers. */
export function clientUrl({ server, services }: Part, cluster: AnyCluster, context: Context): string {
  const isBalanced = services.clients !== services.pods;
  const answering = (isBalanced && cluster.balancer?.server) || server;
  const defaults = { ...context.defaults, clusterDomain: domainOf(cluster, context) };
  return serviceUrl(services.clients, answering, { ...context, defaults });
}
