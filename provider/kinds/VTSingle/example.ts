import type { VTSingleSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VTSingleSpec = {
  retentionPeriod: "7d",
  storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "20Gi" } } },
};
