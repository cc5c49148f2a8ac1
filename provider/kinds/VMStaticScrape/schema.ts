import type { z } from "zod";
import { item, list, map, object, required, string } from "../../schema/fields";
import { scrapeEndpointFields, scrapeObjectFields, targetRelabelFields } from "../../scraping/endpoint-fields";

const endpoint = object("TargetEndpoint", "Targets by their addresses, and how they are scraped.", {
  targets: required(list("Addresses of the targets, `host:port`. At least one is needed.", item, { minItems: 1 })),
  labels: map("Labels of the targets.", item),
  ...scrapeEndpointFields,
  ...targetRelabelFields,
});

export const spec = object("VMStaticScrapeSpec", "Scraping of targets with known addresses.", {
  targetEndpoints: required(list("Targets: a job for each item. The list may be empty.", endpoint)),
  jobName: string("The label `job` of all targets. Default: the name of the job in the configuration."),
  ...scrapeObjectFields,
});

export type VMStaticScrapeSpec = z.output<typeof spec>;
