import { sortedNaturally } from "../text/order";
import type { Tree } from "../text/tree";
import { filled, type Keys, switchedOn } from "./keys";
import type { Answers } from "./references";
import type { Authorization, BasicAuth, OAuth2, ProxyClientConfig, TLSConfig } from "./setting-types";
import { block, copiedFields, filledFields, from, type SourcedKeys, secretFields } from "./sourced-keys";

/** A conversion from settings of a custom resource to keys of the output; `path` is the place of the settings in the resource. */
export type AuthKeys<Settings> = Keys<[settings: Settings, references: Answers, path: string]>;

export const basicAuthKeys: SourcedKeys<BasicAuth> = {
  ...copiedFields("username"),
  username_file: from("username", ({ username }, references, path) => references.mountedFile(username, `${path}.username`)),
  ...copiedFields("password"),
  password_file: from(
    ({ password_file }) => (password_file ? "password_file" : "password"),
    ({ password, password_file }, references, path) => filled(password_file) ?? references.mountedFile(password, `${path}.password`),
  ),
};

export const tlsKeys: SourcedKeys<TLSConfig> = {
  insecure_skip_verify: from("insecureSkipVerify", ({ insecureSkipVerify }) => switchedOn(insecureSkipVerify)),
  ca_file: from(
    ({ caFile }) => (caFile ? "caFile" : "ca"),
    ({ caFile, ca }, references, path) => filled(caFile) ?? references.file(ca, `${path}.ca`),
  ),
  cert_file: from(
    ({ certFile }) => (certFile ? "certFile" : "cert"),
    ({ certFile, cert }, references, path) => filled(certFile) ?? references.file(cert, `${path}.cert`),
  ),
  key_file: from(
    ({ keyFile }) => (keyFile ? "keyFile" : "keySecret"),
    ({ keyFile, keySecret }, references, path) => filled(keyFile) ?? references.file(keySecret, `${path}.keySecret`),
  ),
  server_name: from("serverName", ({ serverName }) => filled(serverName)),
};

export const authorizationKeys: SourcedKeys<Authorization> = {
  ...copiedFields("credentials"),
  credentials_file: from(
    ({ credentials }) => (credentials?.name ? "credentials" : "credentialsFile"),
    ({ credentials, credentialsFile }, references, path) =>
      credentials?.name ? references.mountedFile(credentials, `${path}.credentials`) : credentialsFile,
  ),
  type: from("type", ({ type }) => filled(type) ?? "Bearer"),
};

export const oauth2Keys: SourcedKeys<OAuth2> = {
  ...secretFields("client_id"),
  client_secret: from("client_secret", ({ client_secret }, references, path) =>
    references.mountsFiles ? undefined : references.value(client_secret, `${path}.client_secret`),
  ),
  client_secret_file: from(
    ({ client_secret }) => (client_secret?.name ? "client_secret" : "client_secret_file"),
    ({ client_secret, client_secret_file }, references, path) =>
      client_secret?.name ? references.mountedFile(client_secret, `${path}.client_secret`) : filled(client_secret_file),
  ),
  ...filledFields("scopes"),
  endpoint_params: from("endpoint_params", ({ endpoint_params = {} }) => filled(sortedNaturally(endpoint_params))),
  ...filledFields("token_url", "proxy_url"),
  tls_config: from("tls_config", ({ tls_config }, references, path) => part(tlsKeys, tls_config, references, `${path}.tls_config`)),
};

/** The keys of a client of a proxy. */
export const proxyKeys: AuthKeys<ProxyClientConfig> = {
  proxy_basic_auth: ({ basic_auth }, references, path) => part(basicAuthKeys, basic_auth, references, `${path}.basic_auth`),
  proxy_tls_config: ({ tls_config }, references, path) => part(tlsKeys, tls_config, references, `${path}.tls_config`),
  proxy_authorization: (settings, references, path) => authorization(settings.authorization, references, `${path}.authorization`),
  proxy_oauth2: ({ oauth2 }, references, path) => part(oauth2Keys, oauth2, references, `${path}.oauth2`),
  proxy_bearer_token: ({ bearer_token }, references, path) =>
    references.mountsFiles ? undefined : references.filledValue(bearer_token, `${path}.bearer_token`),
  proxy_bearer_token_file: ({ bearer_token, bearer_token_file }, references, path) =>
    bearer_token?.name ? references.mountedFile(bearer_token, `${path}.bearer_token`) : filled(bearer_token_file),
};

/** Keys of the output that come from a block of the settings. */
export function inBlock<Block extends string, Inner>(block: Block, keys: AuthKeys<Inner>): AuthKeys<{ readonly [Name in Block]?: Inner }> {
  const entries = Object.entries(keys).map(([key, value]) => {
    const inner: AuthKeys<{ readonly [Name in Block]?: Inner }>[string] = (settings, references, path) =>
      value(settings[block] ?? ({} as Inner), references, `${path}.${block}`);
    return [key, inner] as const;
  });
  return Object.fromEntries(entries);
}

/** A block of settings; an empty result is left out. */
export function part<Settings>(keys: SourcedKeys<Settings>, settings: Settings | undefined, references: Answers, path: string): Tree {
  return settings && filled(block(keys, settings, references, path));
}

/** An `Authorization` header, left out without credentials. */
export function authorization(settings: Authorization = {}, references: Answers, path: string): Tree {
  const { credentials, credentialsFile } = settings;
  return credentials?.name || credentialsFile ? block(authorizationKeys, settings, references, path) : undefined;
}
