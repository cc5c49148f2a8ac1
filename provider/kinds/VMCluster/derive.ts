import type { Context } from "../../context";
import type { Derivation } from "../../derived";
import { clusterObjects } from "../../features/cluster/cluster-objects";
import type { CustomResource } from "../../world/objects";
import type { VMClusterArguments } from "./arguments";
import { clusterOf } from "./model";
import { addresses } from "./outputs";
import { insertWorkload } from "./pods/vminsert";
import { selectWorkload } from "./pods/vmselect";
import { storageWorkload } from "./pods/vmstorage";
import type { VMClusterSpec } from "./schema";

/** The derivation of a VMCluster. */
export function derive(resource: CustomResource<VMClusterSpec>, context: Context): Derivation {
  const cluster = clusterOf(resource, context);
  const { storage, select, insert } = cluster;
  const workloads = {
    ...(storage && { storage: storageWorkload(storage, cluster, context) }),
    ...(select && { select: selectWorkload(select, cluster, context) }),
    ...(insert && { insert: insertWorkload(insert, cluster, context) }),
  };
  const { vmstorage, vmselect, vminsert } = (context.arguments as VMClusterArguments).timeouts ?? {};
  const timeouts = { storage: vmstorage, select: vmselect, insert: vminsert };
  return { ...clusterObjects(cluster, { workloads, timeouts }, context), outputs: addresses(cluster, context) };
}
