import type { VMAlertmanagerSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMAlertmanagerSpec = {
  replicaCount: 2,
  selectAllByDefault: true,
};
