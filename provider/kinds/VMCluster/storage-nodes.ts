import type { Context } from "../../context";
import { flags } from "../../workload/command-line";
import type { Workload } from "../../workload/workload";
import type { Spec, StorageSpec } from "./members";
import type { Cluster } from "./model";
import { insertNodePort, selectNodePort } from "./node-ports";

/** A client of storage nodes: its port, and the pods that it leaves out. */
interface Reader {
  readonly port: (storage: StorageSpec) => string;
  readonly left: "maintenanceSelectNodeIDs" | "maintenanceInsertNodeIDs";
}

export const readers = {
  vmselect: { port: selectNodePort, left: "maintenanceSelectNodeIDs" },
  vminsert: { port: insertNodePort, left: "maintenanceInsertNodeIDs" },
} as const satisfies Readonly<Record<string, Reader>>;

export type ReaderName = keyof typeof readers;

/** Settings for discovery that hold for a part: its own, else those of the cluster. */
export function discoveryOf(spec: Spec, reader: ReaderName): { readonly discovery: Spec["discovery"]; readonly path: string } {
  const own = spec[reader]?.discovery;
  return own ? { discovery: own, path: `spec.${reader}.discovery` } : { discovery: spec.discovery, path: "spec.discovery" };
}

/** The flags with a part's storage nodes. */
export function storageNodeFlags(cluster: Cluster, reader: ReaderName, context: Context): string[] {
  const { discovery } = discoveryOf(cluster.resource.spec, reader);
  return flags({
    storageNode: storageNodes(cluster, reader, context).join(","),
    "storageNode.discoveryInterval": discovery?.enabled ? discovery.interval : undefined,
    "storageNode.filter": discovery?.enabled ? discovery.filter : undefined,
  });
}

/** The addresses of storage nodes that a part is given. */
export function storageNodes(cluster: Cluster, reader: ReaderName, context: Context): string[] {
  const { extraStorageNodes = [] } = (reader === "vmselect" && cluster.vmselect?.workload.spec) || {};
  return [...ownStorageNodes(cluster, reader, context), ...extraStorageNodes.map(({ addr }) => addr)];
}

/** The addresses of the cluster's own storage nodes that a part is given. */
export function ownStorageNodes(cluster: Cluster, reader: ReaderName, context: Context): string[] {
  const { vmstorage, resource } = cluster;
  if (!vmstorage) return [];
  const { workload } = vmstorage;
  const { port, left } = readers[reader];
  const address = (host: string): string => nodeAddress(cluster, host, port(workload.spec), context);
  if (discoveryOf(resource.spec, reader).discovery?.enabled) return [`srv+${address(workload.name)}`];
  return podHosts(workload, listedReplicas(workload.spec, context))
    .filter((_, ordinal) => !workload.spec[left]?.includes(ordinal))
    .map(address);
}

/** The flag with the other pods of vmselect. An autoscaler would make the list wrong. */
export function selectNodeFlags(cluster: Cluster, context: Context): string[] {
  const { vmselect } = cluster;
  if (!vmselect || vmselect.workload.spec.hpa) return [];
  const { workload, server } = vmselect;
  const hosts = podHosts(workload, workload.spec.replicaCount);
  return flags({ selectNode: hosts.map((host) => nodeAddress(cluster, host, server.port, context)).join(",") });
}

/** The names of the pods of a StatefulSet, each behind the Service that has the StatefulSet's name. */
const podHosts = ({ name }: Workload, replicas = 0): string[] =>
  Array.from({ length: replicas }, (_, ordinal) => `${name}-${ordinal}.${name}`);

function nodeAddress(cluster: Cluster, host: string, port: string, context: Context): string {
  const domain = domainOf(cluster, context);
  return `${host}.${cluster.resource.metadata.namespace}${domain && `.svc.${domain}`}:${port}`;
}

/** The domain of the Kubernetes cluster in addresses; empty if it is not to be written. */
export const domainOf = ({ resource: { spec } }: Cluster, { defaults }: Context): string =>
  spec.clusterDomainName || defaults.clusterDomain;

/** The number of storage nodes in fixed lists; undefined if not given or not known yet. */
export function listedReplicas({ replicaCount, hpa }: StorageSpec, { values }: Context): number | undefined {
  if (replicaCount !== undefined || !hpa) return replicaCount;
  return hpa.minReplicas === undefined ? 1 : values.check(String(hpa.minReplicas), Number);
}
