import { posix } from "node:path";
import { parseUrl } from "./url";

const invalidEscape = /%(?![0-9a-fA-F]{2})/;
const parts = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(#.*)?$/s;

/** The separator between the parts of the argument of `targetUrl`: it occurs in no URL. */
export const separator = "\0";

/**
 * A URL with a path and query arguments appended, as Go writes URLs. Arguments replace those of the same name, and then all are sorted; without
 * arguments the URL's own query is unchanged. The text is the URL, the path (with a query if need be), and names and values in turn.
 */
export function targetUrl(text: string): string {
  const [url = "", suffix = "", ...pairs] = text.split(separator);
  const [, scheme = "", authority = "", path = "", ownQuery = "", fragment = ""] = parts.exec(url) ?? [];
  const [, , , suffixPath = "", suffixQuery = ""] = parts.exec(suffix) ?? [];
  const added = new Map([...argumentsOf(suffixQuery), ...argumentsOfPairs(pairs)]);
  const all = added.size > 0 ? printArguments(new Map([...argumentsOf(ownQuery), ...added])) : ownQuery;
  return `${scheme.toLowerCase()}://${authority}${joinedPath(path, suffixPath)}${all ? `?${all}` : ""}${fragment}`;
}

/** The problem of a path and query to be appended to URLs; undefined if it is valid. The text is not quoted. */
export function suffixProblem(suffix: string): string | undefined {
  const parsed = parseUrl(suffix);
  if ("problem" in parsed) return parsed.problem;
  const [, , , , query = ""] = parts.exec(suffix) ?? [];
  return invalidEscape.test(query) ? "is not a URL: a % in its query is not followed by two hexadecimal digits" : undefined;
}

/** Two joined paths, without doubled slashes, dots and a trailing slash. */
function joinedPath(path: string, suffix: string): string {
  const given = [path, suffix].filter((part) => part !== "").map(unescaped);
  if (given.length === 0) return "";
  const joined = posix.join(...given).replace(/(?<=.)\/$/, "");
  return `${joined.startsWith("/") ? "" : "/"}${escaped(joined, /[A-Za-z0-9\-_.~$&+,/:;=@]/)}`;
}

type Arguments = ReadonlyMap<string, readonly string[]>;

/** The readable arguments of a query. */
function argumentsOf(query: string): Arguments {
  const readable = query.split("&").filter((pair) => pair !== "" && !pair.includes(";") && !invalidEscape.test(pair));
  return argumentsOfPairs(
    readable.flatMap((pair) => {
      const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair.replaceAll("+", " ")) ?? [];
      return [fromBytes(unescaped(name)), fromBytes(unescaped(value))];
    }),
  );
}

function argumentsOfPairs(pairs: readonly string[]): Arguments {
  const all = new Map<string, readonly string[]>();
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [name = "", value = ""] = pairs.slice(index, index + 2);
    all.set(name, [...(all.get(name) ?? []), value]);
  }
  return all;
}

function printArguments(all: Arguments): string {
  const names = [...all.keys()].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  return names.flatMap((name) => (all.get(name) ?? []).map((value) => `${queryEscaped(name)}=${queryEscaped(value)}`)).join("&");
}

const queryEscaped = (text: string): string => escaped(toBytes(text), /[A-Za-z0-9\-_.~ ]/).replaceAll(" ", "+");

/** Text as one character for each of its UTF-8 bytes, so that percent signs may stand for any byte. */
const toBytes = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
const fromBytes = (bytes: string): string => Buffer.from(bytes, "latin1").toString("utf8");

const unescaped = (text: string): string =>
  toBytes(text).replace(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const escaped = (bytes: string, kept: RegExp): string =>
  bytes.replace(/./gs, (byte) => (kept.test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`));
