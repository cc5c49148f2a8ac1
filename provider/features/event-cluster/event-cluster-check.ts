import type { Context } from "../../context";
import { checkCluster } from "../cluster/cluster-check";
import { pathOf } from "../cluster/cluster-model";
import { readerNames } from "../cluster/cluster-nodes";
import { checkNodeList, checkUniqueNodes } from "../cluster/cluster-nodes-check";
import { checkEventRetention } from "../event-retention";
import { checkSyslog } from "../syslog";
import type { EventCluster } from "./event-cluster";
import { allNodes, ownNodes } from "./event-storage-nodes";

/** Reports problems of a cluster for events beyond the field types. */
export function checkEventCluster(cluster: EventCluster, context: Context): void {
  const { family, storage } = cluster;
  checkCluster(cluster, context);
  checkUniqueNodes(cluster, ownNodes(cluster, "select", context), context);
  for (const reader of readerNames) {
    const part = cluster[reader];
    if (!part || part.workload.spec.extraArgs?.storageNode !== undefined) continue;
    checkNodeList(
      cluster,
      { reader, nodes: allNodes(cluster, reader, context), withoutNodes: "keeps its data in its own container" },
      context,
    );
  }
  if (storage) checkEventRetention(storage.workload.spec, pathOf(family, "storage"), context);
  checkListeners(cluster, context);
}

function checkListeners({ family, insert }: EventCluster, context: Context): void {
  const syslog = insert?.workload.spec.syslogSpec;
  if (!insert || !syslog) return;
  const path = `${pathOf(family, "insert")}.syslogSpec`;
  checkSyslog(syslog, path, insert.server, context);
  const { pods, clients } = insert.services;
  if (pods === clients) return;
  context.report.warning(path, `the load balancer takes HTTP alone: send syslog messages to the Service ${pods.metadata.name}`);
}
