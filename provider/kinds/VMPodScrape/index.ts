import { PodMonitor } from "../../convert/pod-monitor";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { podScrapeJobs, podScrapeSearches } from "./jobs";
import { spec, type VMPodScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes scrape jobs of it. */
export const VMPodScrape: Kind<VMPodScrapeSpec> = {
  kind: "VMPodScrape",
  apiVersion: v1beta1,
  description: "How pods are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  example,
  check,
  scraped: {
    place: 2,
    selector: "podScrapeSelector",
    namespaceSelector: "podScrapeNamespaceSelector",
    template: "podScrapeRelabelTemplate",
    onEachNode: true,
    searches: podScrapeSearches,
    jobs: podScrapeJobs,
  },
  convertedFrom: PodMonitor,
};
