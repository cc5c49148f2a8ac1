import type { Context } from "../../context";
import { insertPortFlags } from "../../features/insert-ports";
import { retentionFilterFlags } from "../../features/retention-filters";
import { flags } from "../../workload/command-line";
import type { Cluster, InsertSpec, SelectSpec, StorageSpec } from "./members";
import { insertNodePort, selectNodePort } from "./node-ports";
import { insertReplicationFlags, selectReplicationFlags, storageReplicationFlags } from "./replication";
import { selectNodeFlags, storageNodeFlags } from "./storage-nodes";

/** The flags of vmstorage beside those of every part. */
export function storageFlags(spec: StorageSpec, { resource }: Cluster): string[] {
  const { retentionPeriod } = resource.spec;
  return [
    ...flags({
      storageDataPath: dataPath(spec),
      retentionPeriod,
      vminsertAddr: `:${insertNodePort(spec)}`,
      vmselectAddr: `:${selectNodePort(spec)}`,
    }),
    ...storageReplicationFlags(resource.spec, spec),
    ...retentionFilterFlags(spec.retentionFilters),
  ];
}

/** Folder of what a storage node keeps. */
export const dataPath = ({ storageDataPath }: StorageSpec): string => storageDataPath || "vmstorage-data";

/** The flags of vmselect beside those of every part. */
export function selectFlags(spec: SelectSpec, cluster: Cluster, context: Context): string[] {
  const { clusterNativeListenPort } = spec;
  return [
    ...flags({
      cacheDataPath: cachePath(spec),
      clusternativeListenAddr: clusterNativeListenPort && `:${clusterNativeListenPort}`,
    }),
    ...selectReplicationFlags(cluster.resource.spec, spec),
    ...storageNodeFlags(cluster, "select", context),
    ...selectNodeFlags(cluster, context),
  ];
}

/** Folder of vmselect's cache. */
export const cachePath = ({ cacheMountPath }: SelectSpec): string => cacheMountPath || "/cache";

/** The flags of vminsert beside those of every part. */
export function insertFlags({ clusterNativeListenPort, insertPorts }: InsertSpec, cluster: Cluster, context: Context): string[] {
  return [
    ...insertPortFlags(insertPorts),
    ...(clusterNativeListenPort ? [`--clusternativeListenAddr=:${clusterNativeListenPort}`] : []),
    ...insertReplicationFlags(cluster.resource.spec),
    ...storageNodeFlags(cluster, "insert", context),
  ];
}
