import type { z } from "zod";
import { described, integer, list, object, string, structural } from "../../schema/fields";
import { labelSelector } from "../../schema/selector-fields";
import { labelName, scrapeEndpointFields, scrapeObjectFields, targetRelabelFields } from "../../scraping/endpoint-fields";

export const spec = object("VMNodeScrapeSpec", "Scraping of the cluster's nodes, of the kubelet or an exporter for example.", {
  selector: described("Which nodes are scraped, by their labels. Default: all.", labelSelector),
  port: structural(string("Port of the node, in quotes. Default: the kubelet's, as the API server knows it.", { example: "9100" })),
  jobLabel: structural(
    string("Label of the node whose value becomes the label `job`. Default: `job` is the namespace and name of this object."),
  ),
  targetLabels: list("Labels of the nodes, copied to targets, with characters other than letters, digits and `_` as `_`.", labelName),
  ...scrapeEndpointFields,
  ...targetRelabelFields,
  ...scrapeObjectFields,
  sampleLimit: integer("Most samples that a scrape may bring; with more it fails. 0, the default, is no limit."),
  seriesLimit: integer("Most different series that a node may bring in a day; more are dropped. 0, the default, is no limit."),
});

export type VMNodeScrapeSpec = z.output<typeof spec>;
