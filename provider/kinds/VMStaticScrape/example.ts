import type { VMStaticScrapeSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMStaticScrapeSpec = {
  jobName: "routers",
  targetEndpoints: [{ targets: ["192.0.2.1:9100", "192.0.2.2:9100"] }],
};
