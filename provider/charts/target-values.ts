import { isCredential, positional } from "./argument-values";
import { type Data, dataOf, isData, isEmpty, joined, listOf, nested } from "./plain-data";
import type { Place } from "./value-table";

/** Conversion of a flag of a target; `secret` puts a text into the Secret of the targets. */
type FlagConversion = (value: unknown, secret: (key: string, text: string) => Data) => unknown;

/** The field of a flag, and its conversion. */
export type Flag = readonly [field: string, by?: FlagConversion];

const stored =
  (key: string): FlagConversion =>
  (value, secret) =>
    isData(value) ? value : secret(key, String(value));

const pairs = (fields: Data): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(",");

/** Headers, as a map or as the flag's text. */
const headers: FlagConversion = (value) =>
  isData(value)
    ? Object.entries(value).map(([name, text]) => `${name}: ${Array.isArray(text) ? text.join(",") : isData(text) ? pairs(text) : text}`)
    : Array.isArray(value)
      ? value
      : String(value).split("^^");

export const number: FlagConversion = (value) => Number(value);
export const text: FlagConversion = (value) => String(value);
const flag: FlagConversion = (value) => value === true || value === "true";

/** Credentials and TLS as flags call them, by the fields of custom resources. */
export const clientFlags: Readonly<Record<string, Flag>> = {
  url: ["url"],
  "basicAuth.username": ["basicAuth.username", stored("username")],
  "basicAuth.password": ["basicAuth.password", stored("password")],
  "basicAuth.passwordFile": ["basicAuth.password_file"],
  bearerToken: ["bearerTokenSecret", stored("token")],
  headers: ["headers", headers],
  tlsInsecureSkipVerify: ["tlsConfig.insecureSkipVerify", flag],
  tlsCAFile: ["tlsConfig.caFile"],
  tlsCertFile: ["tlsConfig.certFile"],
  tlsKeyFile: ["tlsConfig.keyFile"],
  tlsServerName: ["tlsConfig.serverName"],
};

/** Flags of stream aggregation for a target. */
export const aggregationFlags: Readonly<Record<string, Flag>> = Object.fromEntries(
  ["keepInput", "dropInput", "dedupInterval", "dropInputLabels", "ignoreOldSamples", "ignoreFirstIntervals", "enableWindows"].map(
    (name) => [`streamAggr.${name}`, [`streamAggrConfig.${name}`] as const],
  ),
);

/** Targets, and the flags that have no field, for all targets together. */
export interface Targets {
  readonly targets: readonly Data[];
  readonly extraArgs: Readonly<Record<string, string>>;
}

/** The kind of a list of targets: its flags, fields that are passed on as they stand, and the beginning of the names of its flags. */
export interface TargetKind {
  readonly flags: Readonly<Record<string, Flag>>;
  readonly fields: readonly string[];
  readonly prefix: string;
  /** Name of the Secret for their credentials, after the release's name. */
  readonly purpose: string;
}

/** Converts targets, whose values are called as the flags are. Flags without a field stay flags. */
export function targetsOf(given: unknown, { flags, fields, prefix, purpose }: TargetKind, place: Place): Targets {
  const items = listOf(given).map(dataOf);
  const rest: Data[] = [];
  const targets = items.map((item, index) => {
    let target: unknown = {};
    const others: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(withoutLegacy(item))) {
      if (isEmpty(value)) continue;
      const known = flags[name];
      const secret = (key: string, content: string): Data => place.secret(purpose, `${index}-${key}`, content);
      if (known) target = joined(target, nested(known[0], known[1]?.(value, secret) ?? value));
      else if (fields.includes(name)) target = joined(target, { [name]: value });
      else {
        const below = `[${index}]${/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`}`;
        if (isCredential(name)) place.warn("is a credential in clear, and stays one: put it into a Secret, and refer to it by env", below);
        if (isData(value) || (Array.isArray(value) && value.some(isData)))
          place.warn("is a file that the chart makes of it, which has no counterpart: mount it by extraVolumes", below);
        else others[name] = value;
      }
    }
    rest.push(others);
    return target as Data;
  });
  return { targets, extraArgs: positional(rest, prefix) };
}

/** Older charts group the credentials: `basicAuth: { username, password }` and `bearer: { token, tokenFile }`. */
function withoutLegacy(item: Data): Data {
  const { basicAuth, bearer, ...others } = item;
  const { username, password, ...more } = dataOf(basicAuth);
  const { token, tokenFile } = dataOf(bearer);
  return {
    ...others,
    ...(isEmpty(more) ? {} : { basicAuth: more }),
    ...(username !== undefined && { "basicAuth.username": username }),
    ...(password !== undefined && { "basicAuth.password": password }),
    ...(token !== undefined && { bearerToken: token }),
    ...(tokenFile !== undefined && { bearerTokenFile: tokenFile }),
  };
}
