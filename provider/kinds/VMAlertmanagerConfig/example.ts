import type { VMAlertmanagerConfigSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMAlertmanagerConfigSpec = {
  route: { receiver: "shop", matchers: ['severity="critical"'] },
  receivers: [{ name: "shop", slack_configs: [{ api_url: { name: "slack", key: "url" }, channel: "#shop" }] }],
};
