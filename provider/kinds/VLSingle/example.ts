import type { VLSingleSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VLSingleSpec = {
  retentionPeriod: "30d",
  storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "50Gi" } } },
};
