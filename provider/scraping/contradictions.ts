import type { Context } from "../context";
import { isGiven, valueAt } from "./keys";
import type { APIServerConfig, Endpoint } from "./types";

type Checks = Pick<Context, "report">;

/** Two fields for the same thing, and what becomes of the first when both are given. */
type Pair = readonly [field: string, winner: string, fate: string];

const loses = "has no effect next to";
const clashes = "is refused by the scraper next to";

const tls: readonly Pair[] = [
  ["ca", "caFile", loses],
  ["ca.configMap", "ca.secret", loses],
  ["cert", "certFile", loses],
  ["cert.configMap", "cert.secret", loses],
  ["keySecret", "keyFile", loses],
];

const oauth2: readonly Pair[] = [
  ["client_secret_file", "client_secret", loses],
  ["client_id.configMap", "client_id.secret", loses],
  ...within("tls_config", tls),
];

const authorization: readonly Pair[] = [["credentialsFile", "credentials", loses]];
const basicAuth: readonly Pair[] = [["password_file", "password", clashes]];

const proxy: readonly Pair[] = [
  ["bearer_token_file", "bearer_token", loses],
  ...within("basic_auth", basicAuth),
  ...within("tls_config", tls),
  ...within("oauth2", oauth2),
  ...within("authorization", authorization),
];

const endpointPairs = prepared([
  ["bearerTokenSecret", "bearerTokenFile", loses],
  ...within("basicAuth", basicAuth),
  ...within("tlsConfig", tls),
  ...within("oauth2", oauth2),
  ...within("authorization", authorization),
  ...within("vm_scrape_params.proxy_client_config", proxy),
]);

const apiServerPairs = prepared([
  ["bearerToken", "bearerTokenFile", loses],
  ...within("basicAuth", basicAuth),
  ...within("tlsConfig", tls),
  ...within("authorization", authorization),
]);

function within(block: string, inner: readonly Pair[]): Pair[] {
  return inner.map(([field, winner, fate]) => [`${block}.${field}`, `${block}.${winner}`, fate]);
}

function prepared(pairs: readonly Pair[]) {
  return pairs.map(([field, winner, fate]) => ({ field, winner, fate, keys: [field.split("."), winner.split(".")] }));
}

/** Warns of TLS and authentication that an endpoint gives twice. */
export function checkContradictions(endpoint: Endpoint, path: string, checks: Checks): void {
  warnOf(endpointPairs, endpoint, path, checks);
}

/** The same for the way to the API server. */
export function checkAPIServerContradictions(settings: APIServerConfig | undefined, path: string, checks: Checks): void {
  if (settings) warnOf(apiServerPairs, settings, path, checks);
}

function warnOf(pairs: ReturnType<typeof prepared>, settings: object, path: string, { report }: Checks): void {
  for (const { field, winner, fate, keys } of pairs) {
    if (keys.every((key) => isGiven(valueAt(settings, key))))
      report.warning(`${path}.${field}`, `${fate} ${winner}: leave one of them out`);
  }
}
