import type { Context } from "../context";
import type { Search } from "../discovery/search";
import type { ScrapingSpec } from "./scrape-types";
import type { Job, Scraping } from "./scraping";

/** A kind of scrape objects for a scraper: the scraper's fields about it, and the jobs of its objects. */
// biome-ignore lint/suspicious/noExplicitAny: the table holds kinds of different specs
export interface Scraped<Spec = any> {
  /** The position of its jobs among those of other kinds, from 1. */
  readonly place: number;
  readonly selector: Extract<keyof ScrapingSpec, `${string}Selector`>;
  readonly namespaceSelector: Extract<keyof ScrapingSpec, `${string}NamespaceSelector`>;
  readonly template: Extract<keyof ScrapingSpec, `${string}RelabelTemplate`>;
  /** An agent that runs on each node takes objects of this kind. */
  readonly onEachNode?: boolean;
  /** The objects of Kubernetes that an object's entries look for; undefined for kinds that look for none by labels. */
  readonly searches?: (spec: Spec) => readonly Search[];
  readonly jobs: (scraping: Scraping<Spec>) => readonly Job[];
}

/** One kind of scrape objects. */
export interface ScrapeKind extends Scraped {
  readonly kind: string;
}

/** The context of a scraper's derivation. */
export interface ScrapeContext extends Context {
  readonly kinds: { readonly scraped: readonly ScrapeKind[] };
}
