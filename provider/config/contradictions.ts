import type { Context } from "../context";
import { checkCertificate } from "./certificate-check";
import { isGiven, valueAt } from "./keys";
import type { TLSConfig } from "./setting-types";

type Checks = Pick<Context, "report">;

/** Two fields for the same purpose, and the fate of the first if both are given. */
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

const clientPairs = prepared([
  ["bearerTokenSecret", "bearerTokenFile", loses],
  ...within("basicAuth", basicAuth),
  ...within("tlsConfig", tls),
  ...within("oauth2", oauth2),
  ...within("authorization", authorization),
  ...within("vm_scrape_params.proxy_client_config", proxy),
  ...within("proxy_client_config", proxy),
]);

const tlsPairs = prepared(tls);

const apiServerPairs = prepared([
  ["bearerToken", "bearerTokenFile", loses],
  ...within("basicAuth", basicAuth),
  ...within("tlsConfig", tls),
  ...within("authorization", authorization),
]);

const connectionPairs = prepared([
  ["bearerTokenFile", "bearerTokenSecret", loses],
  ["basicAuth.password", "basicAuth.password_file", loses],
  ...within("tlsConfig", tls),
  ...within("oauth2", oauth2),
]);

function within(block: string, inner: readonly Pair[]): Pair[] {
  return inner.map(([field, winner, fate]) => [`${block}.${field}`, `${block}.${winner}`, fate]);
}

function prepared(pairs: readonly Pair[]) {
  return pairs.map(([field, winner, fate]) => ({ field, winner, fate, keys: [field.split("."), winner.split(".")] }));
}

/** Fields of TLS settings that have no effect next to other given fields. */
export function ineffectiveTLS(settings: object): { readonly field: string; readonly winner: string }[] {
  return tlsPairs.filter(({ keys }) => keys.every((key) => isGiven(valueAt(settings, key))));
}

/** Warns of TLS and authentication settings that an endpoint, or a discovery's client, gives twice. */
export function checkContradictions(settings: object, path: string, checks: Checks): void {
  warnOf(clientPairs, settings, path, checks);
}

/** The same for the connection to the API server. */
export function checkAPIServerContradictions(settings: object | undefined, path: string, checks: Checks): void {
  if (settings) warnOf(apiServerPairs, settings, path, checks);
}

/** Fields of `oauth2` without a flag. */
const withoutFlags = ["endpoint_params", "proxy_url", "tls_config"] as const;

/** The same for a server in the flags of an application, and for fields without a flag. */
export function checkConnectionContradictions(settings: object, path: string, checks: Checks): void {
  checkCertificate((settings as { readonly tlsConfig?: TLSConfig }).tlsConfig, `${path}.tlsConfig`, "error", checks);
  warnOf(connectionPairs, settings, path, checks);
  for (const field of withoutFlags) {
    if (isGiven(valueAt(settings, ["oauth2", field])))
      checks.report.warning(`${path}.oauth2.${field}`, "has no effect, since there is no derived flag: use extraArgs");
  }
}

function warnOf(pairs: ReturnType<typeof prepared>, settings: object, path: string, { report }: Checks): void {
  for (const { field, winner, fate, keys } of pairs) {
    if (keys.every((key) => isGiven(valueAt(settings, key))))
      report.warning(`${path}.${field}`, `${fate} ${winner}: leave one of them out`);
  }
}
