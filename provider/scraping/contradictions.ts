import type { Report } from "../world/issues";
import { isGiven } from "./scrape-class";
import type { Endpoint } from "./types";

/** Two fields that say the same: with both given, the first is not heeded. */
type Pair = readonly [ignored: string, winner: string];

const tls: readonly Pair[] = [
  ["ca", "caFile"],
  ["ca.configMap", "ca.secret"],
  ["cert", "certFile"],
  ["cert.configMap", "cert.secret"],
  ["keySecret", "keyFile"],
];

const oauth2: readonly Pair[] = [
  ["client_secret_file", "client_secret"],
  ["client_id.configMap", "client_id.secret"],
  ...within("tls_config", tls),
];

const authorization: readonly Pair[] = [["credentialsFile", "credentials"]];

const pairs: readonly Pair[] = [
  ["bearerTokenSecret", "bearerTokenFile"],
  ...within("tlsConfig", tls),
  ...within("oauth2", oauth2),
  ...within("authorization", authorization),
  ...within("vm_scrape_params.proxy_client_config", [
    ["bearer_token_file", "bearer_token"],
    ...within("tls_config", tls),
    ...within("oauth2", oauth2),
    ...within("authorization", authorization),
  ]),
];

/** Fields of which the scraper accepts only one, and yet gets all that are given. */
const rivals: readonly (readonly string[])[] = [
  ["basicAuth.password", "basicAuth.password_file"],
  ["vm_scrape_params.proxy_client_config.basic_auth.password", "vm_scrape_params.proxy_client_config.basic_auth.password_file"],
];

function within(block: string, inner: readonly Pair[]): Pair[] {
  return inner.map(([ignored, winner]) => [`${block}.${ignored}`, `${block}.${winner}`]);
}
