import type { Context } from "../../context";
import type { Derivation } from "../../derived";
import { clusterObjects } from "../../features/cluster/cluster-objects";
import { eventWorkloads } from "../../features/event-cluster/event-cluster-workloads";
import type { CustomResource } from "../../world/objects";
import { clusterOf } from "./model";
import { addresses } from "./outputs";
import type { VLClusterSpec } from "./schema";

/** The derivation of a VLCluster. */
export function derive(resource: CustomResource<VLClusterSpec>, context: Context): Derivation {
  const cluster = clusterOf(resource, context);
  return {
    ...clusterObjects(cluster, { workloads: eventWorkloads(cluster, context) }, context),
    outputs: addresses(cluster, context),
  };
}
