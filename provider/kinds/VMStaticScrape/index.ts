import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { staticScrapeJobs } from "./jobs";
import { spec, type VMStaticScrapeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes scrape jobs of it. */
export const VMStaticScrape: Kind<VMStaticScrapeSpec> = {
  kind: "VMStaticScrape",
  apiVersion: v1beta1,
  description: "How targets with known addresses are scraped by every VMAgent and VMSingle that selects it.",
  spec,
  example,
  check,
  scraped: {
    place: 5,
    selector: "staticScrapeSelector",
    namespaceSelector: "staticScrapeNamespaceSelector",
    template: "staticScrapeRelabelTemplate",
    jobs: staticScrapeJobs,
  },
};
