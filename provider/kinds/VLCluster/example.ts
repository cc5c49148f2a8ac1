import type { VLClusterSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VLClusterSpec = {
  vlinsert: { replicaCount: 2 },
  vlselect: { replicaCount: 2 },
  vlstorage: { replicaCount: 2, retentionPeriod: "30d" },
};
