import type { VMRuleSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMRuleSpec = {
  groups: [{ name: "shop", rules: [{ alert: "ShopDown", expr: 'up{job="shop"} == 0', for: "5m", labels: { severity: "critical" } }] }],
};
