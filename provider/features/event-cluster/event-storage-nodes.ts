import type { Context } from "../../context";
import { flags } from "../../workload/command-line";
import { listedNodes, type ReaderName } from "../cluster/cluster-nodes";
import type { EventCluster } from "./event-cluster";

/** The addresses of the cluster's own storage nodes in the list of a part. */
export const ownNodes = (cluster: EventCluster, reader: ReaderName, context: Context): string[] =>
  listedNodes(cluster, reader, cluster.storage?.server.port ?? "", context);

/** The addresses of storage nodes outside of the cluster in the list of a part. */
const extraNodes = ({ select }: EventCluster, reader: ReaderName): string[] =>
  reader === "select" ? (select?.workload.spec.extraStorageNodes ?? []).map(({ addr }) => addr) : [];

/** The addresses of all storage nodes in the list of a part. */
export const allNodes = (cluster: EventCluster, reader: ReaderName, context: Context): string[] => [
  ...ownNodes(cluster, reader, context),
  ...extraNodes(cluster, reader),
];

/** The flags that tell a part of its storage nodes, and which of them are asked by TLS: the cluster's own as they listen. */
export function storageNodeFlags(cluster: EventCluster, reader: ReaderName, context: Context): string[] {
  const own = ownNodes(cluster, reader, context);
  const extra = extraNodes(cluster, reader);
  const isGiven = cluster[reader]?.workload.spec.extraArgs?.storageNode !== undefined;
  const usesTls = !isGiven && own.length > 0 && cluster.storage?.server.scheme === "https";
  return flags({
    storageNode: [...own, ...extra].join(","),
    "storageNode.tls": usesTls ? [...own.map(() => true), ...extra.map(() => false)].join(",") : undefined,
  });
}
