import {
  all,
  anything,
  atMostOneOf,
  boolean,
  type Checker,
  every,
  fields,
  given,
  list,
  mapOf,
  needs,
  type Rule,
  text,
  word,
} from "../config/checker";
import { sourceName, sourcePath } from "../config/sourced-keys";
import { isMap } from "../text/tree";
import { joinPath } from "../world/issues";
import { knownFrom } from "./releases";

const texts = text();
const tlsVersion = word("TLS10", "TLS11", "TLS12", "TLS13");

const certificate = ["cert", "cert_file", "cert_ref"];
const key = ["key", "key_file", "key_ref"];

/** A certificate needs its key, and the key needs the certificate. */
const certificateWithKey: Rule = (tree, path, checker) => {
  const isGiven = (keys: readonly string[]): boolean => keys.some((name) => given(tree, name, checker) !== undefined);
  if (isGiven(certificate) && !isGiven(key)) checker.error(path, "has a certificate without its key");
  if (isGiven(key) && !isGiven(certificate)) checker.error(path, "has a key without its certificate");
};

/** TLS as a client. */
export const tlsConfig: Rule = fields(
  {
    ...all("ca ca_file ca_ref cert cert_file cert_ref key key_file key_ref server_name", texts),
    insecure_skip_verify: boolean,
    ...all("min_version max_version", tlsVersion),
  },
  atMostOneOf("ca", "ca_file", "ca_ref"),
  atMostOneOf(...certificate),
  atMostOneOf(...key),
  certificateWithKey,
);

const proxy = {
  ...all("proxy_url no_proxy", texts),
  proxy_from_environment: boolean,
  proxy_connect_header: mapOf(list(texts)),
};

const proxyRule: Rule = (tree, path, checker) => {
  const isGiven = (key: string): boolean => given(tree, key, checker) !== undefined;
  const error = (key: string, message: string): void => checker.error(sourcePath(tree, path, key), message);
  const [url, environment] = ["proxy_url", "proxy_from_environment"].map((key) => sourceName(tree, key));
  const fromEnvironment = isMap(tree) && tree.proxy_from_environment === true;
  if (fromEnvironment && isGiven("proxy_url")) error("proxy_url", `is given next to ${environment}: leave one of them out`);
  if (fromEnvironment && isGiven("no_proxy")) error("no_proxy", `has no effect with ${environment}: leave it out`);
  if (isGiven("no_proxy") && !isGiven("proxy_url") && !fromEnvironment) error("no_proxy", `needs ${url}`);
  if (isGiven("proxy_connect_header") && !isGiven("proxy_url") && !fromEnvironment)
    error("proxy_connect_header", `needs ${url} or ${environment}`);
};

const basicAuth: Rule = fields(
  all("username username_file username_ref password password_file password_ref", texts),
  atMostOneOf("username", "username_file", "username_ref"),
  atMostOneOf("password", "password_file", "password_ref"),
);

const authorizationType: Rule = text((type) => (type.trim().toLowerCase() === "basic" ? "cannot be Basic: use basic_auth" : undefined));

const authorization: Rule = fields(
  { type: authorizationType, ...all("credentials credentials_file credentials_ref", texts) },
  atMostOneOf("credentials", "credentials_file", "credentials_ref"),
);

const oauth2: Rule = fields(
  {
    ...all("client_id client_secret client_secret_file client_secret_ref client_certificate_key_id client_certificate_key", texts),
    ...all("client_certificate_key_file client_certificate_key_ref grant_type signature_algorithm iss audience token_url", texts),
    claims: anything,
    scopes: list(texts),
    endpoint_params: mapOf(texts),
    tls_config: tlsConfig,
    ...proxy,
  },
  needs("client_id", "token_url"),
  atMostOneOf("client_secret", "client_secret_file", "client_secret_ref"),
  proxyRule,
  knownFrom({
    "0.29":
      "audience claims client_certificate_key client_certificate_key_file client_certificate_key_id client_certificate_key_ref grant_type iss signature_algorithm",
  }),
);

/** Headers that are set by Alertmanager itself, or by its authentication. */
export const reservedHeader =
  /^(authorization|host|content-(encoding|length|type)|user-agent|connection|keep-alive|proxy-(authenticate|authorization)|www-authenticate|accept-encoding|x-prometheus-(remote-write-version|remote-read-version|scrape-timeout-seconds)|x-amz-(date|security-token|content-sha256))$/i;

const header: Rule = fields(all("values secrets files", list(texts)));

/** Headers of requests. */
export const headers: Rule = every(mapOf(header), (tree, path, { error }) => {
  for (const name of isMap(tree) ? Object.keys(tree) : []) {
    if (reservedHeader.test(name)) error(joinPath(path, name), "is set by Alertmanager itself: leave it out");
  }
});

const ways = ["basic_auth", "oauth2", "authorization", "bearer_token", "bearer_token_file"] as const;

/** Only one way of authentication is allowed. An empty block counts, an empty text does not. */
function oneWay(tree: Parameters<Rule>[0], path: string, checker: Checker): void {
  const [first, second] = ways.filter((way) => given(tree, way, checker) !== undefined);
  if (first && second)
    checker.error(sourcePath(tree, path, second), `is given next to ${sourceName(tree, first)}: only one of them is allowed`);
}

/** How Alertmanager connects to others by HTTP. */
export const httpConfig: Rule = fields(
  {
    basic_auth: basicAuth,
    authorization,
    oauth2,
    ...all("bearer_token bearer_token_file", texts),
    tls_config: tlsConfig,
    ...all("follow_redirects enable_http2", boolean),
    http_headers: headers,
    ...proxy,
  },
  oneWay,
  proxyRule,
  knownFrom({ "0.28": "http_headers" }),
);
