import type { z } from "zod";
import { reservedHeader } from "../../../alertmanager/http";
import { authorizationKeys, basicAuthKeys, oauth2Keys, tlsKeys } from "../../../config/authentication";
import { filled, isGiven, switchedOn, type TreeMap } from "../../../config/keys";
import { block, blockField, filledFields, from, givenFields, type SourcedKeys } from "../../../config/sourced-keys";
import type { Context } from "../../../context";
import { authorization, basicAuth, oauth2, tlsConfig } from "../../../schema/endpoint-auth";
import { boolean, described, item, list, map, object, string } from "../../../schema/fields";
import { secretKey } from "../../../schema/key-references";
import { sortedByBytes } from "../../../text/order";
import { joinPath } from "../../../world/issues";
import { checkAtMostOneOf, checkRequired, checkTLS } from "./field-checks";

const httpHeader = object("HTTPHeader", "The values of a header: each makes one line of the request.", {
  values: list("Values in clear.", item),
  secrets: list("Values in Secrets of the resource's namespace.", secretKey),
  files: list("Files of Alertmanager's container that hold a value each.", string("Path of a file.")),
});

export const httpConfig = object(
  "HTTPConfig",
  "Alertmanager's HTTP connection to a receiver. It replaces all of `http_config` in the global section. Of `basic_auth`, " +
    "`oauth2`, `authorization` and the bearer tokens only one can be given.",
  {
    authorization: described("An `Authorization` header. Credentials must be given; the type `Basic` is refused.", authorization),
    basic_auth: described("User name and password.", basicAuth),
    bearer_token_file: string("Path of a file with a bearer token, as Alertmanager's container sees it."),
    bearer_token_secret: described("A bearer token, in a Secret of the resource's namespace.", secretKey),
    oauth2: described("Tokens of OAuth 2.0.", oauth2),
    tls_config: described("TLS of the connection. Of each part either a file or a reference, not both.", tlsConfig),
    follow_redirects: boolean("Whether redirections are followed. Default true."),
    http_headers: map(
      "Further headers of each request, by their names. Headers that Alertmanager sets itself, such as `Authorization`, are refused.",
      httpHeader,
    ),
    proxyURL: string("Proxy for the connection: an address that starts with `http://`, `https://` or `socks5://`.", {
      pattern: /^(http|https|socks5):\/\/.+$/,
      expected: "expected an address that starts with http://, https:// or socks5://",
      example: "http://proxy.example.com:3128",
    }),
    noProxy: string("Hosts, domains and networks that are connected to directly, separated by commas. Only with `proxyURL`."),
    proxyFromEnvironment: boolean(
      "Takes the proxy from the container's variables `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`. Not together with `proxyURL`. Default false.",
    ),
    proxyConnectHeader: map(
      "Headers for the proxy when a tunnel through it is asked for, by their names: values in Secrets of the resource's namespace.",
      list("The values of one header.", secretKey),
    ),
  },
);

type HTTPConfig = z.output<typeof httpConfig>;
type HTTPHeader = z.output<typeof httpHeader>;

const headerKeys: SourcedKeys<HTTPHeader> = {
  ...filledFields("values"),
  secrets: from("secrets", ({ secrets = [] }, answers, path) =>
    answers.mountsFiles ? undefined : filled(secrets.map((secret, index) => answers.value(secret, `${path}.secrets[${index}]`))),
  ),
  files: from("files", ({ files = [], secrets = [] }, answers, path) =>
    filled([...files, ...secrets.flatMap((secret, index) => answers.mountedFile(secret, `${path}.secrets[${index}]`) ?? [])]),
  ),
};

const bearerKeys: SourcedKeys<HTTPConfig> = {
  credentials: from("bearer_token_secret", ({ bearer_token_secret }, answers, path) =>
    answers.mountsFiles ? undefined : answers.filledValue(bearer_token_secret, `${path}.bearer_token_secret`),
  ),
  credentials_file: from(
    ({ bearer_token_file }) => (isGiven(bearer_token_file) ? "bearer_token_file" : "bearer_token_secret"),
    ({ bearer_token_secret, bearer_token_file }, answers, path) =>
      filled(bearer_token_file) ?? answers.mountedFile(bearer_token_secret, `${path}.bearer_token_secret`),
  ),
};

/** An `Authorization` header may come from the fields for bearer tokens, too. */
function authorizationField({ authorization, bearer_token_secret, bearer_token_file }: HTTPConfig) {
  if (authorization) return "authorization";
  if (isGiven(bearer_token_secret)) return "bearer_token_secret";
  return isGiven(bearer_token_file) ? "bearer_token_file" : "authorization";
}

const httpKeys: SourcedKeys<HTTPConfig> = {
  ...blockField("tls_config", tlsKeys),
  authorization: from(authorizationField, (config, answers, path) =>
    config.authorization
      ? block(authorizationKeys, config.authorization, answers, `${path}.authorization`)
      : filled(block(bearerKeys, config, answers, path)),
  ),
  ...blockField("basic_auth", basicAuthKeys),
  ...givenFields("follow_redirects"),
  http_headers: from("http_headers", ({ http_headers = {} }, answers, path) =>
    filled(forEntries(http_headers, (header, name) => block(headerKeys, header, answers, joinPath(`${path}.http_headers`, name)))),
  ),
  ...blockField("oauth2", oauth2Keys),
  proxy_url: from("proxyURL", ({ proxyURL }) => filled(proxyURL)),
  no_proxy: from("noProxy", ({ noProxy }) => filled(noProxy)),
  proxy_from_environment: from("proxyFromEnvironment", ({ proxyFromEnvironment }) => switchedOn(proxyFromEnvironment)),
  proxy_connect_header: from("proxyConnectHeader", ({ proxyConnectHeader = {} }, answers, path) =>
    filled(
      forEntries(proxyConnectHeader, (secrets, name) =>
        secrets.map((secret, index) => answers.value(secret, `${joinPath(`${path}.proxyConnectHeader`, name)}[${index}]`)),
      ),
    ),
  ),
};

function forEntries<Value>(map: Readonly<Record<string, Value>>, tree: (value: Value, name: string) => TreeMap[string]): TreeMap {
  return sortedByBytes(Object.fromEntries(Object.entries(map).map(([name, value]) => [name, tree(value, name)])));
}

type WithHTTP = { readonly http_config?: HTTPConfig };

/** `http_config`, written even if it is empty, since it replaces the global one. */
export const httpConfigKey = blockField("http_config", httpKeys);

/** Reports ways to connect that Alertmanager would refuse. */
export function checkHTTPConfig(config: HTTPConfig | undefined, path: string, context: Context): void {
  if (!config) return;
  checkCredentials(config, path, context);
  checkOAuth2(config, `${path}.oauth2`, context);
  checkTLS(config.tls_config, `${path}.tls_config`, context.report);
  for (const [name, header] of Object.entries(config.http_headers ?? {})) {
    checkHeader(name, header, joinPath(`${path}.http_headers`, name), context);
  }
}

/** Kinds of authentication that exclude each other in the resource; Alertmanager itself refuses further combinations. */
const clashes = [
  ["basic_auth", "bearer_token_secret"],
  ["oauth2", "bearer_token_secret"],
  ["oauth2", "basic_auth"],
  ["authorization", "bearer_token_secret"],
  ["authorization", "bearer_token_file"],
  ["authorization", "basic_auth"],
  ["authorization", "oauth2"],
] as const;

function checkCredentials(config: HTTPConfig, path: string, { values, report }: Context): void {
  for (const [first, second] of clashes) {
    if (config[first] && config[second]) report.error(`${path}.${second}`, `is given next to ${first}: only one of them is allowed`);
  }
  const { authorization: header } = config;
  if (!header) return;
  const type = values.check(header.type ?? "", (text) => String(text).trim().toLowerCase());
  if (type === "basic") report.error(`${path}.authorization.type`, "cannot be Basic: use basic_auth");
  if (!isGiven(header.credentials) && !header.credentialsFile)
    report.error(`${path}.authorization`, "needs credentials or credentialsFile");
}

function checkOAuth2({ oauth2: settings }: HTTPConfig, path: string, context: Context): void {
  if (!settings) return;
  checkRequired(settings, ["token_url", "client_id"], path, context);
  checkAtMostOneOf(settings.client_id, ["secret", "configMap"], `${path}.client_id`, context.report);
}

/** The characters of a header's name. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function checkHeader(name: string, { values = [], secrets = [], files = [] }: HTTPHeader, path: string, { report }: Context): void {
  if (!headerName.test(name)) report.error(path, "is not the name of a header: expected letters, digits and dashes");
  if (reservedHeader.test(name)) report.error(path, "is a header that Alertmanager sets itself: leave it out");
  if (values.length + secrets.length + files.length === 0) report.error(path, "has no value: give values, secrets or files");
}

/** The fields of a TLS block that name files. */
export const tlsFiles = ["caFile", "certFile", "keyFile"].map((file) => ["tls_config", file]);

const files: readonly (readonly string[])[] = [
  ["bearer_token_file"],
  ["basic_auth", "password_file"],
  ["authorization", "credentialsFile"],
  ["oauth2", "client_secret_file"],
  ...tlsFiles.map((keys) => ["oauth2", ...keys]),
  ...tlsFiles,
];

/** The fields of a receiver's `http_config` that name files of Alertmanager's container. */
export function filesOf({ http_config = {} }: WithHTTP): (readonly string[])[] {
  const headers = Object.keys(http_config.http_headers ?? {}).map((name) => ["http_headers", name, "files"]);
  return [...files, ...headers].map((keys) => ["http_config", ...keys]);
}
