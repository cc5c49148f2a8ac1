import { assetsFor, type TLSAssets } from "../config/assets";
import { filled, switchedOn } from "../config/keys";
import { References } from "../config/references";
import type { Context } from "../context";
import type { httpAuthFields } from "../schema/endpoint-auth";
import type { PlainFields } from "../workload/plain";

/** Authentication and TLS of an application as a client. */
export type ClientFields = PlainFields<typeof httpAuthFields>;

/** The credentials for each kind of authentication, by fields; those without the name of a Secret count as absent. */
export const waysToLogIn = ({ basicAuth, bearerTokenFile, bearerTokenSecret, oauth2 }: Partial<Omit<ClientFields, "tlsConfig">>) => ({
  basicAuth: [basicAuth?.username?.name, basicAuth?.password?.name, basicAuth?.password_file],
  [bearerTokenSecret?.name ? "bearerTokenSecret" : "bearerTokenFile"]: [bearerTokenSecret?.name, bearerTokenFile],
  oauth2: [oauth2?.client_secret?.name, oauth2?.client_secret_file],
});

/** The folders with the credentials of an application: passwords and tokens, and files of TLS. */
export interface CredentialPaths {
  readonly secrets: string;
  readonly tls: string;
}

/** The files with credentials of an application; each requested credential becomes one. */
export class Credentials {
  readonly secrets: References;
  readonly tls: References;
  /** All files asked for so far. */
  readonly files: Readonly<Record<keyof CredentialPaths, TLSAssets>>;

  /** References are looked up in `namespace`. */
  constructor(namespace: string, paths: CredentialPaths, context: Context) {
    const filesAt = (directory: string): TLSAssets => assetsFor(directory, namespace, context.defaults);
    this.files = { secrets: filesAt(paths.secrets), tls: filesAt(paths.tls) };
    this.secrets = new References(context, namespace, this.files.secrets);
    this.tls = new References(context, namespace, this.files.tls);
  }
}

/** The value of a flag for a server, with the settings of the field `path`; undefined without a value. */
type ClientFlag = (client: ClientFields, credentials: Credentials, path: string) => string | boolean | undefined;

/** Flags of a client by their names, which come after the server's: `remoteWrite.` for example. */
export const clientFlags: Readonly<Record<string, ClientFlag>> = {
  "basicAuth.username": ({ basicAuth }, { secrets }, path) =>
    secrets.mountsFiles ? undefined : secrets.filledValue(basicAuth?.username, `${path}.basicAuth.username`),
  "basicAuth.usernameFile": ({ basicAuth }, { secrets }, path) => secrets.mountedFile(basicAuth?.username, `${path}.basicAuth.username`),
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
  tlsKeyFile: ({ tlsConfig }, { tls }, path) => filled(tlsConfig?.keyFile) ?? tls.file(tlsConfig?.keySecret, `${path}.tlsConfig.keySecret`),
  tlsServerName: ({ tlsConfig }) => filled(tlsConfig?.serverName),
  tlsInsecureSkipVerify: ({ tlsConfig }) => switchedOn(tlsConfig?.insecureSkipVerify),
};
