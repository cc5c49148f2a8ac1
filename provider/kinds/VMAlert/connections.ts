import { flag, flags } from "../../kubernetes/arguments";
import type { PlainFields } from "../../kubernetes/plain";
import type { httpAuthFields } from "../../schema/endpoint-auth";
import { TLSAssets } from "../../scraping/assets";
import { filled, switchedOn } from "../../scraping/keys";
import { References } from "../../scraping/references";
import type { Context } from "../../context";
import type { Alert, Spec } from "./alert";

/** How vmalert talks to a server. */
export type Connection = PlainFields<typeof httpAuthFields> & { readonly headers?: readonly string[] };

/** Where vmalert has the files with credentials. */
export const credentialPaths = { secrets: "/etc/vmalert/remote_secrets", tls: "/etc/vmalert-tls/certs" } as const;

/** The files with passwords and tokens, and those of TLS: what is asked of them becomes one. */
export class Credentials {
  readonly secrets: References;
  readonly tls: References;
  readonly #files = { secrets: new TLSAssets(credentialPaths.secrets), tls: new TLSAssets(credentialPaths.tls) };

  constructor({ workload: { namespace } }: Alert, context: Context) {
    this.secrets = new References(context, namespace, this.#files.secrets);
    this.tls = new References(context, namespace, this.#files.tls);
  }

  /** The contents of all files asked for so far, by key. */
  get files() {
    return { secrets: this.#files.secrets.files, tls: this.#files.tls.files };
  }
}

/** The value of a flag for a connection, the field `path`; undefined if there is none. */
type Setting = (connection: Connection, credentials: Credentials, path: string) => string | boolean | undefined;

/** The flags of a connection by their names, which come after the server's, `datasource.` for example. */
export const settings: Readonly<Record<string, Setting>> = {
  "basicAuth.username": ({ basicAuth }, { secrets }, path) => secrets.filledValue(basicAuth?.username, `${path}.basicAuth.username`),
  "basicAuth.passwordFile": ({ basicAuth }, { secrets }, path) =>
    filled(basicAuth?.password_file) ?? secrets.file(basicAuth?.password, `${path}.basicAuth.password`),
  bearerTokenFile: ({ bearerTokenSecret, bearerTokenFile }, { secrets }, path) =>
    secrets.file(bearerTokenSecret, `${path}.bearerTokenSecret`) ?? filled(bearerTokenFile),
  "oauth2.clientID": ({ oauth2 }, { secrets }, path) => secrets.filledValue(oauth2?.client_id, `${path}.oauth2.client_id`),
  "oauth2.clientSecretFile": ({ oauth2 }, { secrets }, path) =>
    secrets.file(oauth2?.client_secret, `${path}.oauth2.client_secret`) ?? filled(oauth2?.client_secret_file),
  "oauth2.tokenUrl": ({ oauth2 }) => filled(oauth2?.token_url),
  tlsCAFile: ({ tlsConfig }, { tls }, path) => filled(tlsConfig?.caFile) ?? tls.file(tlsConfig?.ca, `${path}.tlsConfig.ca`),
  tlsCertFile: ({ tlsConfig }, { tls }, path) => filled(tlsConfig?.certFile) ?? tls.file(tlsConfig?.cert, `${path}.tlsConfig.cert`),
  tlsKeyFile: ({ tlsConfig }, { tls }, path) =>
    filled(tlsConfig?.keyFile) ?? tls.file(tlsConfig?.keySecret, `${path}.tlsConfig.keySecret`),
  tlsServerName: ({ tlsConfig }) => filled(tlsConfig?.serverName),
  tlsInsecureSkipVerify: ({ tlsConfig }) => switchedOn(tlsConfig?.insecureSkipVerify),
};

/** Headers of a flag that takes all of them. */
export const joinedHeaders = ({ headers = [] }: Connection): string => headers.join("^^");

/** The flags of the databases: where rules are evaluated, and where results are written to and read from. */
export function connectionFlags({ datasource, remoteWrite, remoteRead }: Spec, credentials: Credentials): string[] {
  return [
    ...flagsOf("datasource", datasource, {}, credentials),
    ...(remoteWrite ? flagsOf("remoteWrite", remoteWrite, queueOf(remoteWrite), credentials) : []),
    ...(remoteRead ? flagsOf("remoteRead", remoteRead, { lookback: remoteRead.lookback }, credentials) : []),
  ];
}

type Own = Readonly<Record<string, string | number | boolean | undefined>>;

const queueOf = ({ concurrency, flushInterval, maxBatchSize, maxQueueSize }: NonNullable<Spec["remoteWrite"]>): Own => ({
  concurrency,
  flushInterval,
  maxBatchSize,
  maxQueueSize,
});

function flagsOf(server: string, connection: Connection & { readonly url: string }, own: Own, credentials: Credentials): string[] {
  const known: Own = {
    url: connection.url,
    ...own,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value(connection, credentials, `spec.${server}`)])),
    "oauth2.scopes": connection.oauth2?.scopes?.join(","),
  };
  const headers = joinedHeaders(connection);
  return [
    ...flags(Object.fromEntries(Object.entries(known).map(([name, value]) => [`${server}.${name}`, value]))),
    ...(headers ? [`-${flag(`${server}.headers`, headers)}`] : []),
  ];
}
