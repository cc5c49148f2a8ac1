import type { Context } from "../context";
import type { ScrapingSpec } from "./scrape-types";
import type { Job, Scraping } from "./scraping";

/** What a kind of scrape objects is for a scraper: the scraper's fields that are about it, and what its objects become. */
// biome-ignore lint/suspicious/noExplicitAny: the table holds kinds of different specs
export interface Scraped<Spec = any> {
  /** The place of its jobs among those of other kinds, from 1. */
  readonly place: number;
  readonly selector: Extract<keyof ScrapingSpec, `${string}Selector`>;
  readonly namespaceSelector: Extract<keyof ScrapingSpec, `${string}NamespaceSelector`>;
  readonly template: Extract<keyof ScrapingSpec, `${string}RelabelTemplate`>;
  /** An agent that runs on each node takes objects of this kind. */
  readonly onEachNode?: boolean;
  readonly jobs: (scraping: Scraping<Spec>) => readonly Job[];
}

/** One kind of scrape objects. */
export interface ScrapeKind extends Scraped {
  readonly kind: string;
}

/** What a derivation of a scraper can see and say. */
export interface ScrapeContext extends Context {
  readonly kinds: { readonly scraped: readonly ScrapeKind[] };
}
