import type { VMPodScrapeSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMPodScrapeSpec = {
  selector: { matchLabels: { app: "shop" } },
  podMetricsEndpoints: [{ port: "metrics" }],
};
