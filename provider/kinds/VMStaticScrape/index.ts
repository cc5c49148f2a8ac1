import type { Kind } from "../../kind";
import { check } from "./check";
import { spec, type VMStaticScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes scrape jobs of it. */
export const VMStaticScrape: Kind<VMStaticScrapeSpec> = {
  kind: "VMStaticScrape",
  description: "How targets with known addresses are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  check,
};
