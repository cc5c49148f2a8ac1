import type { TreeMap } from "../config/keys";
import type { References } from "../config/references";
import type { RelabelRule } from "../config/setting-types";
import type { Context } from "../context";
import type { Tree } from "../text/tree";
import type { CustomResource } from "../world/objects";
import type { ScrapeClass, ScrapeObjectSpec, ScrapingSpec } from "./scrape-types";

/** A VMAgent or VMSingle that scrapes. */
export interface Scraper {
  readonly resource: CustomResource<ScrapingSpec>;
  /** The mount path of the tls-assets Secret. */
  readonly tlsAssetsDirectory: string;
  /** Patterns of files with further jobs. */
  readonly files?: readonly string[];
}

/** One scrape object with the settings of its scraper: the sources of its jobs. */
export interface Scraping<ObjectSpec = ScrapeObjectSpec> {
  readonly object: CustomResource<ObjectSpec>;
  /** Issues of the object. */
  readonly context: Context;
  /** Answers the references of the object and of its class, in the object's namespace. */
  readonly references: References;
  /** The scraper, for messages: `VMAgent monitoring/main`. */
  readonly scraper: string;
  /** Its spec. */
  readonly spec: ScrapingSpec;
  readonly scrapeClass: ScrapeClass | undefined;
  /** Rules that it adds to the targets of all objects of the kind. */
  readonly template: readonly RelabelRule[];
  /** The API server for discovery, if it is not the cluster's own. */
  readonly apiServer: () => TreeMap;
}

/** One job of the configuration. */
export interface Job {
  /** A name for readers: it is plain even where the job itself is secret. */
  readonly name: string;
  readonly tree: Tree;
  /** Key of the scrape object that it comes from. */
  readonly object?: string;
}
