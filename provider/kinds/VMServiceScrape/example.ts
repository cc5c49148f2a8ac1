import type { VMServiceScrapeSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMServiceScrapeSpec = {
  selector: { matchLabels: { app: "shop" } },
  endpoints: [{ port: "metrics", interval: "30s" }],
};
