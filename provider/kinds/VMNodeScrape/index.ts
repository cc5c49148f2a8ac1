import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { nodeScrapeJobs, nodeScrapeSearches } from "./jobs";
import { spec, type VMNodeScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes a scrape job of it. */
export const VMNodeScrape: Kind<VMNodeScrapeSpec> = {
  kind: "VMNodeScrape",
  apiVersion: v1beta1,
  description: "How the cluster's nodes are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  example,
  check,
  scraped: {
    place: 4,
    selector: "nodeScrapeSelector",
    namespaceSelector: "nodeScrapeNamespaceSelector",
    template: "nodeScrapeRelabelTemplate",
    searches: nodeScrapeSearches,
    jobs: nodeScrapeJobs,
  },
};
