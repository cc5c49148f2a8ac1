import { createHash } from "node:crypto";
import { posix } from "node:path";
import { deflateRawSync } from "node:zlib";
import { gzipSync, strToU8 } from "fflate";
import { quantityValue } from "../text/quantity";
import { targetUrl } from "../text/target-url";
import { xxhash64 } from "../text/xxhash64";

/** The value of a placeholder and the operand of an operation. */
export type Scalar = string | number | bigint | boolean;

/**
 * The closed set of operations on a value that a derivation must not see. Each is a pure function of the real value; it runs at once for a plain
 * value, otherwise when the real value replaces the placeholder. Some take a plain parameter.
 */
export const operations = {
  /** Cuts white space (Unicode) from the end, as references to Secrets and ConfigMaps are read. */
  trimEnd: (value) => String(value).replace(/\p{White_Space}+$/u, ""),
  /** The UTF-8 bytes in base64, as Secrets carry them. */
  base64: (value) => Buffer.from(String(value), "utf8").toString("base64"),
  /** Text decoded from base64. */
  fromBase64: (value) => Buffer.from(String(value), "base64").toString("utf8"),
  /** The UTF-8 bytes gzipped, in base64; the same bytes on every platform and Node.js version. */
  gzipBase64: (value) => Buffer.from(gzip(String(value))).toString("base64"),
  /** A scalar in JSON form, which is YAML too: text in double quotes, numbers and booleans as they are. */
  json: (value) => (typeof value === "string" ? `"${escapeText(value)}"` : String(value)),
  /** Text as it stands between the double quotes of a JSON or YAML string. */
  jsonText: (value) => escapeText(String(value)),
  /** Text as a value in the query of a URL (`application/x-www-form-urlencoded`), as Go writes it. */
  formEncoded: (value) => new URLSearchParams([["", String(value)]]).toString().slice(1).replaceAll("*", "%2A").replaceAll("%7E", "~"),
  /** Text as a string literal of Go, the form in which command-line flags take values with commas and quotes. */
  goQuoted: (value) => goQuote(String(value)),
  /** Text in single quotes, as a value of a flag with a list of values. */
  flagQuoted: (value) => `'${String(value).replace(/[\\']/g, "\\$&")}'`,
  /** A value as an item of a flag with a list of values, quoted only where it would be misread. */
  flagItem: (value) => (isFlagItem(String(value)) ? String(value) : goQuote(String(value))),
  /** The bytes of an amount, divided by a number of parts and rounded down. */
  partOfSize: (value, parts = "") => String((quantityValue(String(value)) ?? 0n) / BigInt(parts || 1)),
  /** Text with the number of a shard in place of its name. */
  shardNumber: (value, number = "") => String(value).replaceAll("%SHARD_NUM%", number),
  /** A valid name of a volume: lower case, other characters as dashes, at most 63 characters. */
  volumeName: (value) => volumeName(String(value)),
  /** Text as the value of a matcher of Alertmanager, without its quotes. */
  matcherValue: (value) => String(value).replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n"),
  /** Lower case. */
  lowerCase: (value) => String(value).toLowerCase(),
  /** A path without doubled slashes, dots and a trailing slash. */
  cleanPath: (value) => posix.normalize(String(value)).replace(/(?<=.)\/$/, ""),
  /** The version of an image with the enterprise suffix, if it can have one. */
  enterpriseTag: (value) => enterpriseTag(String(value)),
  /** The version of an image with the suffix of the cluster version, if it has none yet. */
  clusterTag: (value) => String(value).replace(/^v[^.@-]*\.[^.@-]*\.[^.@-]*$/, "$&-cluster"),
  /** Text without its trailing slash. */
  withoutSlash: (value) => String(value).replace(/\/$/, ""),
  /** A URL with an appended path and query arguments. */
  targetUrl: (value) => targetUrl(String(value)),
  /** XXH64 in hexadecimal. */
  xxhash64: (value) => xxhash64(String(value)),
  /** SHA-256 in hexadecimal. */
  sha256: (value) => createHash("sha256").update(String(value)).digest("hex"),
} satisfies Record<string, (value: Scalar, parameter: string) => string>;

export type OperationName = keyof typeof operations;

/** Gzip with a fixed header: no time, no name. */
function gzip(text: string): Uint8Array {
  return gzipSync(strToU8(text), { level: 9, mtime: 0 });
}

/**
 * The number of bytes that `gzip` makes of a text; an estimate above it, if that is within the limit. zlib is much faster, the more so on its lower
 * level. Its results are at least about as long, so a quarter more is safe.
 */
export function gzippedSize(text: string, limit: number): number {
  const bytes = strToU8(text);
  for (const level of [1, 6]) {
    const estimate = 1.25 * deflateRawSync(bytes, { level }).length;
    if (estimate <= limit) return estimate;
  }
  return gzip(text).length;
}

const escapes: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** JSON escapes, and escapes for characters that YAML does not accept as they are (control characters, line separators, the byte order mark). */
function escapeText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/g,
    (character, offset: number) => {
      if (isSurrogate(character) && isPaired(text, offset)) return character;
      return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    },
  );
}

const isSurrogate = (character: string): boolean => character >= "\ud800" && character <= "\udfff";

function isPaired(text: string, offset: number): boolean {
  const high = text.charCodeAt(offset) < 0xdc00 ? offset : offset - 1;
  const codePoint = text.codePointAt(high) ?? 0;
  return codePoint > 0xffff;
}

const goEscapes: Record<string, string> = {
  '"': '\\"',
  "\\": "\\\\",
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

function goQuote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const quoted = text.replace(/["\\\u0000-\u001f\u007f-\u00a0\u00ad\u2028\u2029\ufeff]/g, (character) => {
    const code = character.charCodeAt(0);
    return goEscapes[character] ?? (code < 0x80 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`);
  });
  return `"${quoted}"`;
}

/** Text without commas and quotes, except inside pairs of quotes or brackets. */
const flagItem = /^(?:[^,"'[{(]|"[^"\\]*"|'[^'\\]*'|\[[^"'[\]{}()]*\]|\{[^"'[\]{}()]*\}|\([^"'[\]{}()]*\))*$/;

/** Whether VictoriaMetrics reads a text in a list of values as one unchanged value. */
const isFlagItem = (text: string): boolean => flagItem.test(text) && !/^(["']).*\1$/s.test(text);

function volumeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^-a-z0-9]+/g, "-")
    .slice(0, 63)
    .replace(/^-+|-+$/g, "");
}

/** `v1.2.3` and `v1.2.3-cluster` have an enterprise version; anything else, a digest or a release candidate for example, stays as it is. */
function enterpriseTag(tag: string): string {
  const [, version, suffix] = /^(v[^.@-]*\.[^.@-]*\.[^.@-]*)(-cluster)?$/.exec(tag) ?? [];
  return version === undefined ? tag : `${version}-enterprise${suffix ?? ""}`;
}
