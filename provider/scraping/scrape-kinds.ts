import { nodeScrapeJobs } from "../kinds/VMNodeScrape/jobs";
import { podScrapeJobs } from "../kinds/VMPodScrape/jobs";
import { probeJobs } from "../kinds/VMProbe/jobs";
import { scrapeConfigJobs } from "../kinds/VMScrapeConfig/jobs";
import { serviceScrapeJobs } from "../kinds/VMServiceScrape/jobs";
import { staticScrapeJobs } from "../kinds/VMStaticScrape/jobs";
import type { ScrapingSpec } from "./scrape-types";
import type { Job, Scraping } from "./scraping";

/** One kind of scrape objects: the fields of whoever scrapes that are about it, and what its objects become. */
export interface ScrapeKind {
  readonly kind: string;
  readonly selector: Extract<keyof ScrapingSpec, `${string}Selector`>;
  readonly namespaceSelector: Extract<keyof ScrapingSpec, `${string}NamespaceSelector`>;
  readonly template: Extract<keyof ScrapingSpec, `${string}RelabelTemplate`>;
  /** An agent that runs on each node takes objects of this kind. */
  readonly onEachNode: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the table holds kinds of different specs
  readonly jobs: (scraping: Scraping<any>) => readonly Job[];
}

/** The kinds, in the order of their jobs. */
export const scrapeKinds: readonly ScrapeKind[] = [
  {
    kind: "VMServiceScrape",
    selector: "serviceScrapeSelector",
    namespaceSelector: "serviceScrapeNamespaceSelector",
    template: "serviceScrapeRelabelTemplate",
    onEachNode: false,
    jobs: serviceScrapeJobs,
  },
  {
    kind: "VMPodScrape",
    selector: "podScrapeSelector",
    namespaceSelector: "podScrapeNamespaceSelector",
    template: "podScrapeRelabelTemplate",
    onEachNode: true,
    jobs: podScrapeJobs,
  },
  {
    kind: "VMProbe",
    selector: "probeSelector",
    namespaceSelector: "probeNamespaceSelector",
    template: "probeScrapeRelabelTemplate",
    onEachNode: false,
    jobs: probeJobs,
  },
  {
    kind: "VMNodeScrape",
    selector: "nodeScrapeSelector",
    namespaceSelector: "nodeScrapeNamespaceSelector",
    template: "nodeScrapeRelabelTemplate",
    onEachNode: false,
    jobs: nodeScrapeJobs,
  },
  {
    kind: "VMStaticScrape",
    selector: "staticScrapeSelector",
    namespaceSelector: "staticScrapeNamespaceSelector",
    template: "staticScrapeRelabelTemplate",
    onEachNode: false,
    jobs: staticScrapeJobs,
  },
  {
    kind: "VMScrapeConfig",
    selector: "scrapeConfigSelector",
    namespaceSelector: "scrapeConfigNamespaceSelector",
    template: "scrapeConfigRelabelTemplate",
    onEachNode: false,
    jobs: scrapeConfigJobs,
  },
];
