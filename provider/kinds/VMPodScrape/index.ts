import type { Kind } from "../../kind";
import { check } from "./check";
import { spec, type VMPodScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes scrape jobs of it. */
export const VMPodScrape: Kind<VMPodScrapeSpec> = {
  kind: "VMPodScrape",
  description: "How pods are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  check,
};
