import type { VMAuthSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMAuthSpec = {
  selectAllByDefault: true,
  ingress: { host: "metrics.example.com" },
};
