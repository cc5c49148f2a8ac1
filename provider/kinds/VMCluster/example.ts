import type { VMClusterSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMClusterSpec = {
  retentionPeriod: "30d",
  replicationFactor: 2,
  vminsert: { replicaCount: 2 },
  vmselect: { replicaCount: 2 },
  vmstorage: { replicaCount: 3 },
};
