import type { Context } from "../../context";
import type { PartSpec } from "./cluster-fields";
import { applicationOf, type ClusterOf, pathOf } from "./cluster-model";
import { type ListedSpec, listedReplicas, maintained, type ReaderName } from "./cluster-nodes";

type Cluster = ClusterOf<object, ListedSpec, PartSpec, PartSpec>;

interface Node {
  readonly address: string;
  /** The field that it is from. */
  readonly path: string;
}

/** Reports storage nodes that are asked twice: their data would count twice. `own` are the cluster's own. */
export function checkUniqueNodes(
  cluster: ClusterOf<object, ListedSpec, PartSpec & { readonly extraStorageNodes?: readonly { readonly addr: string }[] }, PartSpec>,
  own: readonly string[],
  { values, report }: Context,
): void {
  if (!cluster.select) return;
  const { extraStorageNodes = [], extraArgs = {} } = cluster.select.workload.spec;
  const [path, storage] = [pathOf(cluster.family, "select"), pathOf(cluster.family, "storage")];
  const inArguments = values.check(extraArgs.storageNode ?? "", (text) => (text === "" ? [] : String(text).split(","))) ?? [];
  const nodes: readonly Node[] = [
    ...own.map((address) => ({ address, path: storage })),
    ...inArguments.map((address) => ({ address: address.trim(), path: `${path}.extraArgs.storageNode` })),
    ...extraStorageNodes.map(({ addr }, index) => ({ address: addr, path: `${path}.extraStorageNodes[${index}].addr` })),
  ];
  const paths = new Map<string, string>();
  for (const node of nodes) {
    if (values.isEmpty(node.address)) report.error(node.path, "is empty: expected the address of a storage node");
    const real = values.check(node.address, String) ?? node.address;
    const first = paths.get(real);
    if (first === undefined) paths.set(real, node.path);
    else report.error(node.path, `repeats an address of ${first}: give each storage node once`);
  }
}

interface NodeList {
  readonly reader: ReaderName;
  /** The addresses in it. */
  readonly nodes: readonly string[];
  /** On how many nodes data is kept. */
  readonly replicationFactor?: number;
  /** Behaviour of the part without any node. */
  readonly withoutNodes: string;
  /** Another way than a fixed list: `use discovery, or `. */
  readonly alternative?: string;
}

/** Warns of a fixed list that lacks storage nodes. */
export function checkNodeList(cluster: Cluster, list: NodeList, context: Context): void {
  const { family, storage } = cluster;
  const path = pathOf(family, "storage");
  if (list.nodes.length === 0) {
    context.report.warning(
      pathOf(family, list.reader),
      `has no storage nodes and ${list.withoutNodes}: give ${path.replace("spec.", "")}.replicaCount, or the extra argument storageNode`,
    );
  }
  if (!storage) return;
  checkAutoscaling(storage.workload.spec, path, applicationOf(family, list.reader), list, context);
  checkMaintenance(storage.workload.spec, path, list, context);
}

function checkAutoscaling(storage: ListedSpec, path: string, reader: string, { alternative = "" }: NodeList, context: Context): void {
  const { hpa } = storage;
  if (!hpa) return;
  const { values, report } = context;
  const listed = listedReplicas(storage, context);
  if (listed === undefined) {
    report.error(
      `${path}.hpa.minReplicas`,
      "decides which storage nodes are listed: give a value that is known in the preview, or replicaCount",
    );
    return;
  }
  const most = values.check(String(hpa.maxReplicas ?? ""), Number);
  if (most !== undefined && most <= listed) return;
  report.warning(
    `${path}.hpa.maxReplicas`,
    `${reader} has a fixed list of ${listed} storage nodes and will not know those that are added: ${alternative}raise ` +
      `${storage.replicaCount === undefined ? "minReplicas" : "replicaCount"} along with them`,
  );
}

/** Nodes that are left out while they are repaired or emptied. */
function checkMaintenance(storage: ListedSpec, path: string, { reader, replicationFactor = 1 }: NodeList, context: Context): void {
  const left = maintained[reader];
  const replicas = listedReplicas(storage, context) ?? 0;
  const ids = storage[left] ?? [];
  for (const [index, id] of ids.entries()) {
    if (id < 0 || id >= replicas)
      context.report.warning(`${path}.${left}[${index}]`, `has no effect: none of the ${replicas} storage nodes has the number ${id}`);
  }
  const remaining = replicas - new Set(ids.filter((id) => id >= 0 && id < replicas)).size;
  if (ids.length > 0 && reader === "insert" && remaining < replicationFactor) {
    context.report.warning(`${path}.${left}`, `leaves ${remaining} storage nodes, too few for replicationFactor ${replicationFactor}`);
  }
}
