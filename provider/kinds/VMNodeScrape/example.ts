import type { VMNodeScrapeSpec } from "./schema";

/** A spec for readers, as short as a useful one can be. */
export const example: VMNodeScrapeSpec = {
  port: "9100",
  interval: "30s",
};
