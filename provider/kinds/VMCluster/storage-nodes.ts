import type { Context } from "../../context";
import { listedNodes, nodeAddress, podHosts, type ReaderName } from "../../features/cluster/cluster-nodes";
import { flags } from "../../workload/command-line";
import type { Cluster, Spec, StorageSpec } from "./members";
import { insertNodePort, selectNodePort } from "./node-ports";

/** The port of storage nodes for each part that asks them. */
const ports: Readonly<Record<ReaderName, (storage: StorageSpec) => string>> = { select: selectNodePort, insert: insertNodePort };

/** Settings for discovery that hold for a part: its own, else those of the cluster. */
export function discoveryOf(spec: Spec, reader: ReaderName): { readonly discovery: Spec["discovery"]; readonly path: string } {
  const own = spec[`vm${reader}` as const]?.discovery;
  return own ? { discovery: own, path: `spec.vm${reader}.discovery` } : { discovery: spec.discovery, path: "spec.discovery" };
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
  const { extraStorageNodes = [] } = (reader === "select" && cluster.select?.workload.spec) || {};
  return [...ownStorageNodes(cluster, reader, context), ...extraStorageNodes.map(({ addr }) => addr)];
}

/** The addresses of the cluster's own storage nodes that a part is given. */
export function ownStorageNodes(cluster: Cluster, reader: ReaderName, context: Context): string[] {
  const { storage, resource } = cluster;
  if (!storage) return [];
  const { workload } = storage;
  const port = ports[reader](workload.spec);
  if (discoveryOf(resource.spec, reader).discovery?.enabled) return [`srv+${nodeAddress(cluster, workload.name, port, context)}`];
  return listedNodes(cluster, reader, port, context);
}

/** The flag with the other pods of vmselect. An autoscaler would make the list wrong. */
export function selectNodeFlags(cluster: Cluster, context: Context): string[] {
  const { select } = cluster;
  if (!select || select.workload.spec.hpa) return [];
  const { workload, server } = select;
  const hosts = podHosts(workload, workload.spec.replicaCount);
  return flags({ selectNode: hosts.map((host) => nodeAddress(cluster, host, server.port, context)).join(",") });
}
