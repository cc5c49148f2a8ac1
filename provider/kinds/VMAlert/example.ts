import type { VMAlertSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMAlertSpec = {
  selectAllByDefault: true,
  datasource: { url: "http://vmsingle-main:8428" },
  notifiers: [{ url: "http://vmalertmanager-main:9093" }],
};
