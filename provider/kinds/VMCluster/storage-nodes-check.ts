import type { Context } from "../../context";
import { readerNames } from "../../features/cluster/cluster-nodes";
import { checkNodeList, checkUniqueNodes } from "../../features/cluster/cluster-nodes-check";
import type { Cluster } from "./members";
import { discoveryOf, ownStorageNodes, storageNodes } from "./storage-nodes";

/** Reports wrong lists of storage nodes, and warns of those that will be wrong. */
export function checkStorageNodes(cluster: Cluster, context: Context): void {
  checkUniqueNodes(cluster, ownStorageNodes(cluster, "select", context), context);
  const { spec } = cluster.resource;
  for (const reader of readerNames) {
    const part = cluster[reader];
    if (!part || part.workload.spec.extraArgs?.storageNode !== undefined || discoveryOf(spec, reader).discovery?.enabled) continue;
    const nodes = storageNodes(cluster, reader, context);
    const replicationFactor = spec.replicationFactor;
    checkNodeList(
      cluster,
      { reader, nodes, replicationFactor, withoutNodes: "will not start", alternative: "use discovery, or " },
      context,
    );
  }
}
