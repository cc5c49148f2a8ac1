import { type Conversion, convertedTo, type Fields, field, fields, fieldsWith, flag, isData, same } from "./conversion";

const secretKey = fields(same("name", "key", "optional"));
const secretOrConfigMap = fields(convertedTo(secretKey, "secret", "configMap"));

/** A reference to a key of a Secret. */
export const reference = secretKey;

/** A reference, left out if its name is empty. */
const filledReference: Conversion = (value, place) => (isData(value) && !value.name && !value.key ? undefined : secretKey(value, place));

export const basicAuth = fields(convertedTo(secretKey, "username", "password"));

export const authorization = fields({ ...same("type"), credentials: field("credentials", secretKey) });

export const oauth2 = fieldsWith(["clientId", "clientSecret", "tokenUrl"], {
  clientId: field("client_id", secretOrConfigMap),
  clientSecret: field("client_secret", secretKey),
  tokenUrl: field("token_url"),
  ...same("scopes"),
  endpointParams: field("endpoint_params"),
});

const tlsReferences: Fields = {
  ...convertedTo(secretOrConfigMap, "ca", "cert"),
  keySecret: field("keySecret", secretKey),
  ...same("serverName"),
  insecureSkipVerify: field("insecureSkipVerify", flag),
};

export const tlsConfig = fields(tlsReferences);

/** Folders of the Secrets and ConfigMaps in the spec, in Prometheus and in VMAgent. */
const folders: readonly (readonly [string, string])[] = [
  ["/etc/prometheus/secrets", "/etc/vm/secrets"],
  ["/etc/prometheus/configmaps", "/etc/vm/configs"],
];

/** A path in the container, with the folder of Secrets or ConfigMaps at its start replaced. */
export const filePath: Conversion = (value) => {
  const found = typeof value === "string" ? folders.find(([folder]) => value.startsWith(folder)) : undefined;
  return found ? `${found[1]}${(value as string).slice(found[0].length)}` : value;
};

/** TLS settings that can also name files of the container. */
export const tlsConfigWithFiles = fields({ ...tlsReferences, ...convertedTo(filePath, "caFile", "certFile", "keyFile") });

/** Authentication of a scrape. */
export const authenticationFields: Fields = {
  basicAuth: field("basicAuth", basicAuth),
  authorization: field("authorization", authorization),
  oauth2: field("oauth2", oauth2),
  tlsConfig: field("tlsConfig", tlsConfig),
};

/** The same with the older field for a bearer token. */
export const endpointAuthenticationFields: Fields = {
  ...authenticationFields,
  bearerTokenSecret: field("bearerTokenSecret", filledReference),
};
