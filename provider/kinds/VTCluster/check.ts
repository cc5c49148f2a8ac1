import type { Context } from "../../context";
import { checkEventCluster } from "../../features/event-cluster/event-cluster-check";
import { plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import { clusterOf } from "./model";
import type { VTClusterSpec } from "./schema";

/** Checks whatever the fields' own types leave open. */
export const check = (resource: CustomResource<VTClusterSpec>, context: Context): void =>
  checkEventCluster(clusterOf(resource, context), plain(resource).spec.storage, context);
