import { type AuthKeys, authorization, basicAuthKeys, inBlock, oauth2Keys, part, proxyKeys, tlsKeys } from "../config/authentication";
import { filled, type TreeMap, written } from "../config/keys";
import type { Answers } from "../config/references";
import type { APIServerConfig, DiscoveryClient, Endpoint, ScrapeParams } from "./scrape-types";

const scrapeParamsKeys: AuthKeys<ScrapeParams> = {
  scrape_align_interval: ({ scrape_align_interval }) => scrape_align_interval,
  stream_parse: ({ stream_parse }) => stream_parse,
  disable_compression: ({ disable_compression }) => disable_compression,
  scrape_offset: ({ scrape_offset }) => scrape_offset,
  no_stale_markers: ({ no_stale_markers }) => no_stale_markers,
  disable_keepalive: ({ disable_keep_alive }) => disable_keep_alive,
  headers: ({ headers }) => filled(headers),
  ...inBlock("proxy_client_config", proxyKeys),
};

const endpointKeys: AuthKeys<Endpoint> = {
  tls_config: ({ tlsConfig }, references, path) => part(tlsKeys, tlsConfig, references, `${path}.tlsConfig`),
  bearer_token_file: ({ bearerTokenFile, bearerTokenSecret }, references, path) =>
    filled(bearerTokenFile) ?? references.mountedFile(bearerTokenSecret, `${path}.bearerTokenSecret`),
  bearer_token: ({ bearerTokenFile, bearerTokenSecret }, references, path) =>
    bearerTokenFile || references.mountsFiles ? undefined : references.value(bearerTokenSecret, `${path}.bearerTokenSecret`),
  basic_auth: ({ basicAuth }, references, path) => part(basicAuthKeys, basicAuth, references, `${path}.basicAuth`),
  oauth2: ({ oauth2 }, references, path) => part(oauth2Keys, oauth2, references, `${path}.oauth2`),
  authorization: (endpoint, references, path) => authorization(endpoint.authorization, references, `${path}.authorization`),
};

const apiServerKeys: AuthKeys<APIServerConfig> = {
  api_server: ({ host }) => host,
  basic_auth: ({ basicAuth }, references, path) => part(basicAuthKeys, basicAuth, references, `${path}.basicAuth`),
  bearer_token_file: ({ bearerTokenFile }) => filled(bearerTokenFile),
  bearer_token: ({ bearerTokenFile, bearerToken }) => (bearerTokenFile ? undefined : filled(bearerToken)),
  authorization: (settings, references, path) => authorization(settings.authorization, references, `${path}.authorization`),
  tls_config: ({ tlsConfig }, references, path) => part(tlsKeys, tlsConfig, references, `${path}.tlsConfig`),
};

/** A client of a discovery's API, with the keys of a client of a proxy between `proxy_url` and `follow_redirects`. */
const clientKeys: AuthKeys<DiscoveryClient> = {
  basic_auth: ({ basicAuth }, references, path) => basicAuth && written(basicAuthKeys, basicAuth, references, `${path}.basicAuth`),
  authorization: (settings, references, path) => authorization(settings.authorization, references, `${path}.authorization`),
  oauth2: ({ oauth2 }, references, path) => part(oauth2Keys, oauth2, references, `${path}.oauth2`),
  proxy_url: ({ proxyURL }) => filled(proxyURL),
  ...inBlock("proxy_client_config", proxyKeys),
  follow_redirects: ({ followRedirects }) => followRedirects,
  tls_config: ({ tlsConfig }, references, path) => part(tlsKeys, tlsConfig, references, `${path}.tlsConfig`),
};

/** Settings specific to VictoriaMetrics, `vm_scrape_params`, with those of a client of a proxy at their end. */
export function scrapeParams(settings: ScrapeParams | undefined, references: Answers, path: string): TreeMap {
  return settings ? written(scrapeParamsKeys, settings, references, path) : {};
}

/** TLS and authentication of an endpoint. */
export function authentication(endpoint: Endpoint, references: Answers, path: string): TreeMap {
  return written(endpointKeys, endpoint, references, path);
}

/** The connection to the API server for discovery. */
export function apiServer(settings: APIServerConfig, references: Answers, path: string): TreeMap {
  return written(apiServerKeys, settings, references, path);
}

/** The connection to a discovery's API. An empty `basicAuth` is printed, as by the operator. */
export function discoveryClient(settings: DiscoveryClient, references: Answers, path: string): TreeMap {
  return written(clientKeys, settings, references, path);
}
