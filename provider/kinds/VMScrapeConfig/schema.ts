import type { z } from "zod";
import { integer, object } from "../../schema/fields";
import { scrapeEndpointFields, scrapeObjectFields, targetRelabelFields } from "../../scraping/endpoint-fields";
import { discoveryFields } from "./discoveries";

export const spec = object("VMScrapeConfigSpec", "Scraping of targets that are discovered in any way that VictoriaMetrics knows.", {
  ...discoveryFields,
  ...scrapeEndpointFields,
  ...targetRelabelFields,
  scrapeClass: scrapeObjectFields.scrapeClass,
  sampleLimit: integer("Most samples that a scrape may bring; with more it fails. 0, the default, is no limit."),
  seriesLimit: integer("Most different series that a target may bring in a day; more are dropped. 0, the default, is no limit."),
});

export type VMScrapeConfigSpec = z.output<typeof spec>;
