import { ServiceMonitor } from "../../convert/service-monitor";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { serviceScrapeJobs, serviceScrapeSearches } from "./jobs";
import { spec, type VMServiceScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes scrape jobs of it. */
export const VMServiceScrape: Kind<VMServiceScrapeSpec> = {
  kind: "VMServiceScrape",
  apiVersion: v1beta1,
  description: "How the pods behind Services, or the Services themselves, are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  example,
  check,
  scraped: {
    place: 1,
    selector: "serviceScrapeSelector",
    namespaceSelector: "serviceScrapeNamespaceSelector",
    template: "serviceScrapeRelabelTemplate",
    searches: serviceScrapeSearches,
    jobs: serviceScrapeJobs,
  },
  convertedFrom: ServiceMonitor,
};
