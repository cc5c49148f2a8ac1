import type { Context } from "../../context";
import type { StorageSpec } from "./members";
import type { Cluster } from "./model";
import { discoveryOf, listedReplicas, ownStorageNodes, type ReaderName, readers, storageNodes } from "./storage-nodes";

/** Reports lists of storage nodes that are wrong, and warns of those that will be. */
export function checkStorageNodes(cluster: Cluster, context: Context): void {
  checkUnique(cluster, context);
  for (const reader of Object.keys(readers) as ReaderName[]) if (cluster[reader]) checkList(cluster, reader, context);
}

interface Node {
  readonly address: string;
  /** The field that it is from. */
  readonly path: string;
}

/** No storage node may be asked twice: its samples would count twice. */
function checkUnique(cluster: Cluster, context: Context): void {
  const { values, report } = context;
  const paths = new Map<string, string>();
  for (const { address, path } of selectNodes(cluster, context)) {
    if (values.isEmpty(address)) report.error(path, "is empty: expected the address of a storage node");
    const real = values.check(address, String) ?? address;
    const first = paths.get(real);
    if (first === undefined) paths.set(real, path);
    else report.error(path, `repeats an address of ${first}: give each storage node once`);
  }
}

/** The storage nodes of vmselect, from all fields. */
function selectNodes(cluster: Cluster, context: Context): Node[] {
  const { vmselect } = cluster;
  if (!vmselect) return [];
  const { extraStorageNodes = [], extraArgs = {} } = vmselect.workload.spec;
  const own = ownStorageNodes(cluster, "vmselect", context);
  const inArguments = context.values.check(extraArgs.storageNode ?? "", (text) => (text === "" ? [] : String(text).split(","))) ?? [];
  return [
    ...own.map((address) => ({ address, path: "spec.vmstorage" })),
    ...inArguments.map((address) => ({ address: address.trim(), path: "spec.vmselect.extraArgs.storageNode" })),
    ...extraStorageNodes.map(({ addr }, index) => ({ address: addr, path: `spec.vmselect.extraStorageNodes[${index}].addr` })),
  ];
}

/** Warns of a fixed list that lacks storage nodes. */
function checkList(cluster: Cluster, reader: ReaderName, context: Context): void {
  const { extraArgs = {} } = cluster[reader]?.workload.spec ?? {};
  const { spec } = cluster.resource;
  if (extraArgs.storageNode !== undefined || discoveryOf(spec, reader).discovery?.enabled) return;
  if (storageNodes(cluster, reader, context).length === 0) {
    context.report.warning(
      `spec.${reader}`,
      "has no storage nodes and will not start: give vmstorage.replicaCount, or the extra argument storageNode",
    );
  }
  if (!spec.vmstorage) return;
  checkAutoscaling(spec.vmstorage, reader, context);
  checkMaintenance(spec.vmstorage, reader, spec.replicationFactor, context);
}

function checkAutoscaling(storage: StorageSpec, reader: ReaderName, context: Context): void {
  const { hpa } = storage;
  if (!hpa) return;
  const { values, report } = context;
  const listed = listedReplicas(storage, context);
  const path = "spec.vmstorage.hpa";
  if (listed === undefined) {
    report.error(
      `${path}.minReplicas`,
      "decides which storage nodes are listed: give a value that is known in the preview, or replicaCount",
    );
    return;
  }
  const most = values.check(String(hpa.maxReplicas ?? ""), Number);
  if (most !== undefined && most <= listed) return;
  report.warning(
    `${path}.maxReplicas`,
    `${reader} has a fixed list of ${listed} storage nodes and will not know those that are added: use discovery, or raise ` +
      `${storage.replicaCount === undefined ? "minReplicas" : "replicaCount"} along with them`,
  );
}

/** Nodes that are left out while they are repaired or emptied. */
function checkMaintenance(storage: StorageSpec, reader: ReaderName, replicationFactor = 1, context: Context): void {
  const { left } = readers[reader];
  const replicas = listedReplicas(storage, context) ?? 0;
  const ids = storage[left] ?? [];
  for (const [index, id] of ids.entries()) {
    if (id < 0 || id >= replicas)
      context.report.warning(
        `spec.vmstorage.${left}[${index}]`,
        `has no effect: none of the ${replicas} storage nodes has the number ${id}`,
      );
  }
  const remaining = replicas - new Set(ids.filter((id) => id >= 0 && id < replicas)).size;
  if (ids.length > 0 && reader === "vminsert" && remaining < replicationFactor) {
    context.report.warning(
      `spec.vmstorage.${left}`,
      `leaves ${remaining} storage nodes, too few for replicationFactor ${replicationFactor}`,
    );
  }
}
