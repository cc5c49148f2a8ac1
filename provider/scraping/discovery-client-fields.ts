import { authorization, basicAuth, oauth2, proxyClientConfig, tlsConfig } from "../schema/endpoint-auth";
import { boolean, described, string } from "../schema/fields";

/** The connection of a discovery to its API. */
export const discoveryClientFields = {
  basicAuth: described("User name and password for the API. Even an empty block is written.", basicAuth),
  authorization: described("An `Authorization` header for the API.", authorization),
  oauth2: described("Tokens of OAuth 2.0 for the API.", oauth2),
  tlsConfig: described("TLS of the connection to the API.", tlsConfig),
  proxyURL: string("Proxy for requests to the API.", { example: "http://proxy:3128" }),
  proxy_client_config: described("Authentication at that proxy.", proxyClientConfig),
  followRedirects: boolean("Follows redirects of the API. Default: the scraper's own, true."),
};
