import { Probe } from "../../convert/probe";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { probeJobs, probeSearches } from "./jobs";
import { spec, type VMProbeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes a scrape job of it. */
export const VMProbe: Kind<VMProbeSpec> = {
  kind: "VMProbe",
  apiVersion: v1beta1,
  description: "Targets for probes from outside, by a prober that every selecting VMAgent and VMSingle scrapes.",
  spec,
  example,
  check,
  scraped: {
    place: 3,
    selector: "probeSelector",
    namespaceSelector: "probeNamespaceSelector",
    template: "probeScrapeRelabelTemplate",
    searches: probeSearches,
    jobs: probeJobs,
  },
  convertedFrom: Probe,
};
