import type { Kind } from "../../kind";
import { check } from "./check";
import { spec, type VMNodeScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes a scrape job of it. */
export const VMNodeScrape: Kind<VMNodeScrapeSpec> = {
  kind: "VMNodeScrape",
  description: "How the cluster's nodes are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  check,
};
