import { ScrapeConfig } from "../../convert/scrape-config";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { scrapeConfigJobs } from "./jobs";
import { spec, type VMScrapeConfigSpec } from "./schema";
import { scrapeConfigSearches } from "./searches";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes a scrape job of it. */
export const VMScrapeConfig: Kind<VMScrapeConfigSpec> = {
  kind: "VMScrapeConfig",
  apiVersion: v1beta1,
  description: "How targets of any service discovery are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  example,
  check,
  scraped: {
    place: 6,
    selector: "scrapeConfigSelector",
    namespaceSelector: "scrapeConfigNamespaceSelector",
    template: "scrapeConfigRelabelTemplate",
    searches: scrapeConfigSearches,
    jobs: scrapeConfigJobs,
  },
  convertedFrom: ScrapeConfig,
};
