import type { VTClusterSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VTClusterSpec = {
  insert: { replicaCount: 2 },
  select: { replicaCount: 2 },
  storage: { replicaCount: 2, retentionPeriod: "7d" },
};
