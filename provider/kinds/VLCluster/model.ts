import type { Context } from "../../context";
import { type EventCluster, eventClusterOf, eventFamily } from "../../features/event-cluster/event-cluster";
import { plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import type { VLClusterSpec } from "./schema";

const family = eventFamily("vl", { storage: "vlstorage", select: "vlselect", insert: "vlinsert" });

export function clusterOf(given: CustomResource<VLClusterSpec>, context: Context): EventCluster {
  const resource = plain(given);
  const { vlstorage, vlselect, vlinsert } = resource.spec;
  return eventClusterOf(family, resource, { storage: vlstorage, select: vlselect, insert: vlinsert }, context);
}
