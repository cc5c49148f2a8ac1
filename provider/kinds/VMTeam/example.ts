import type { VMTeamSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMTeamSpec = {
  agent: { name: "shop", namespace: "monitoring" },
  alert: { name: "shop", namespace: "monitoring" },
};
