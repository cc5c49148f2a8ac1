import type { Context } from "../../context";
import { checkEventCluster } from "../../features/event-cluster/event-cluster-check";
import type { CustomResource } from "../../world/objects";
import { clusterOf } from "./model";
import type { VLClusterSpec } from "./schema";

/** Reports problems beyond the field types. */
export const check = (resource: CustomResource<VLClusterSpec>, context: Context): void =>
  checkEventCluster(clusterOf(resource, context), context);
