import type { z } from "zod";
import type { relabelConfig } from "../features/relabeling-fields";
import type { VMAgentSpec } from "../kinds/VMAgent/schema";
import type { authorization, basicAuth, oauth2, proxyClientConfig, tlsConfig } from "../schema/endpoint-auth";
import type { Shape } from "../schema/fields";
import type { secretKey, secretOrConfigMap } from "../schema/key-references";
import type { discoveryClientFields } from "./discovery-client-fields";
import type { attachMetadata, scrapeEndpointFields, scrapeObjectFields, scrapeParams, targetRelabelFields } from "./endpoint-fields";
import type { scrapingFields } from "./scraper-fields";

/** The values of fields that are all optional. */
type Values<Fields extends Shape> = { readonly [Name in keyof Fields]?: z.output<Fields[Name]> };

export type RelabelRule = z.output<typeof relabelConfig>;
export type BasicAuth = z.output<typeof basicAuth>;
export type Authorization = z.output<typeof authorization>;
export type OAuth2 = z.output<typeof oauth2>;
export type TLSConfig = z.output<typeof tlsConfig>;
export type ProxyClientConfig = z.output<typeof proxyClientConfig>;
export type DiscoveryClient = Values<typeof discoveryClientFields>;
export type ScrapeParams = z.output<typeof scrapeParams>;
export type AttachMetadata = z.output<typeof attachMetadata>;
export type SecretKey = z.output<typeof secretKey>;
export type SecretOrConfigMap = z.output<typeof secretOrConfigMap>;

/** What an endpoint of any scrape object may say. */
export type Endpoint = Values<typeof scrapeEndpointFields> & Values<typeof targetRelabelFields>;

/** What a scrape object may say for all its endpoints. */
export type ScrapeObjectSpec = Values<typeof scrapeObjectFields>;

/** What VMAgent and VMSingle have in common that decides about their scraping. */
export type ScrapingSpec = Values<typeof scrapingFields> & Pick<VMAgentSpec, "serviceAccountName" | "daemonSetMode">;

export type ScrapeClass = NonNullable<ScrapingSpec["scrapeClasses"]>[number];
export type APIServerConfig = NonNullable<ScrapingSpec["apiServerConfig"]>;
