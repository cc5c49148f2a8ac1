import type { Context } from "../../context";
import { type EventCluster, eventClusterOf, eventFamily } from "../../features/event-cluster/event-cluster";
import { plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import type { VTClusterSpec } from "./schema";

const family = eventFamily("vt", { storage: "storage", select: "select", insert: "insert" });

export function clusterOf(given: CustomResource<VTClusterSpec>, context: Context): EventCluster {
  const resource = plain(given);
  const { storage, select, insert } = resource.spec;
  return eventClusterOf(family, resource, { storage, select, insert }, context);
}
