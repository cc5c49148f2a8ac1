import type { z } from "zod";
import type { Shape } from "../schema/fields";
import type { resourceFields } from "../workload/resource-fields";
import type { discoveryClientFields } from "./discovery-client-fields";
import type { attachMetadata, scrapeEndpointFields, scrapeObjectFields, scrapeParams, targetRelabelFields } from "./endpoint-fields";
import type { scrapingFields } from "./scraper-fields";

/** The values of fields that are all optional. */
type Values<Fields extends Shape> = { readonly [Name in keyof Fields]?: z.output<Fields[Name]> };

export type DiscoveryClient = Values<typeof discoveryClientFields>;
export type ScrapeParams = z.output<typeof scrapeParams>;
export type AttachMetadata = z.output<typeof attachMetadata>;

/** The common settings of endpoints. */
export type Endpoint = Values<typeof scrapeEndpointFields> & Values<typeof targetRelabelFields>;

/** The settings of a scrape object for all its endpoints. */
export type ScrapeObjectSpec = Values<typeof scrapeObjectFields>;

/** The scrape settings that VMAgent and VMSingle share. */
export type ScrapingSpec = Values<typeof scrapingFields> &
  Values<Pick<typeof resourceFields, "serviceAccountName">> & {
    /** Of a VMAgent: it runs on each node. */
    readonly daemonSetMode?: boolean;
  };

export type ScrapeClass = NonNullable<ScrapingSpec["scrapeClasses"]>[number];
export type APIServerConfig = NonNullable<ScrapingSpec["apiServerConfig"]>;
