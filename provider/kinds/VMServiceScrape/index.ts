import type { Kind } from "../../kind";
import { check } from "./check";
import { spec, type VMServiceScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes scrape jobs of it. */
export const VMServiceScrape: Kind<VMServiceScrapeSpec> = {
  kind: "VMServiceScrape",
  description: "How the pods behind Services, or the Services themselves, are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  check,
};
