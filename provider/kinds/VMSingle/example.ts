import type { VMSingleSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMSingleSpec = {
  retentionPeriod: "30d",
  storage: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "50Gi" } } },
};
