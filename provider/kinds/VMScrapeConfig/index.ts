import type { Kind } from "../../kind";
import { check } from "./check";
import { spec, type VMScrapeConfigSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes a scrape job of it. */
export const VMScrapeConfig: Kind<VMScrapeConfigSpec> = {
  kind: "VMScrapeConfig",
  description: "How targets of any service discovery are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  check,
};
