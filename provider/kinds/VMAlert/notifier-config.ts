import { filled, type Keys, type TreeMap, written } from "../../config/keys";
import { printYaml } from "../../config/yaml";
import type { Context } from "../../context";
import { type Credentials, clientFlags } from "../../features/client-credentials";
import { sortedByBytes } from "../../text/order";
import type { Tree } from "../../text/tree";
import type { Connection } from "./connections";

/** An Alertmanager that alerts go to. */
export interface NotifierTarget {
  readonly url: string;
  readonly connection: Connection;
  /** Its field. */
  readonly path: string;
}

/** A setting of a client as its flag gives it. */
type Setting = (name: string) => Tree;

const basicAuthKeys: Keys<[of: Setting]> = {
  username: (of) => of("basicAuth.username"),
  username_file: (of) => of("basicAuth.usernameFile"),
  password_file: (of) => of("basicAuth.passwordFile"),
};

const oauth2Keys: Keys<[of: Setting, target: NotifierTarget]> = {
  client_id: (of) => of("oauth2.clientID"),
  client_secret_file: (of) => of("oauth2.clientSecretFile"),
  token_url: (of) => of("oauth2.tokenUrl"),
  scopes: (of, { connection }) => (of("oauth2.clientID") === undefined ? undefined : filled(connection.oauth2?.scopes)),
};

const tlsKeys: Keys<[of: Setting]> = {
  ca_file: (of) => of("tlsCAFile"),
  cert_file: (of) => of("tlsCertFile"),
  key_file: (of) => of("tlsKeyFile"),
  server_name: (of) => of("tlsServerName"),
  insecure_skip_verify: (of) => of("tlsInsecureSkipVerify"),
};

/** The keys of a target. A path in its address is taken as it is, so it has that of the API already. */
const targetKeys: Keys<[of: Setting, target: NotifierTarget, context: Context]> = {
  targets: (_, { url }, { values }) => [`${values.apply("withoutSlash", url)}/api/v2/alerts`],
  basic_auth: (of) => filled(written(basicAuthKeys, of)),
  bearer_token_file: (of) => of("bearerTokenFile"),
  oauth2: (of, target) => filled(written(oauth2Keys, of, target)),
  tls_config: (of) => filled(written(tlsKeys, of)),
  headers: (_, { connection }) => filled(connection.headers),
};

/** The file with the targets of alerts, in which all alerts get labels that win over their own. */
export function labellingConfig(
  targets: readonly NotifierTarget[],
  labels: Readonly<Record<string, string>>,
  credentials: Credentials,
  context: Context,
): string {
  const static_configs = targets.map((target): TreeMap => {
    const of: Setting = (name) => clientFlags[name]?.(target.connection, credentials, target.path);
    return written(targetKeys, of, target, context);
  });
  const alert_relabel_configs = Object.entries(sortedByBytes(labels)).map(([target_label, replacement]) => ({
    target_label,
    // In a replacement, $ begins the name of a group.
    replacement: replacement.replaceAll("$", () => "$$"),
  }));
  return printYaml({ static_configs, alert_relabel_configs }, context.values);
}
