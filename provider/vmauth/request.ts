import { own } from "../text/own";
import { matchesWhole } from "../text/regular-expression";
import { isMap, type Tree } from "../text/tree";

/** A request in the form that vmauth's routes compare. */
export interface Request {
  /** Empty if not given. */
  readonly host: string;
  /** Cleaned as vmauth does it: without `.`, `..` and repeated slashes, empty for the root. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The same as the client wrote it: `?query=up`, or nothing. */
  readonly search: string;
  /** Values by names in small letters. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

/** The compared parts of a request, with the key of their patterns in a route. */
export type Criterion = "src_hosts" | "src_paths" | "src_query_args" | "src_headers";

/** One checked route of a user. */
interface RouteLook {
  /** Place in the user: `url_map[0]`. */
  readonly path: string;
  readonly patterns: Readonly<Partial<Record<Criterion, readonly string[]>>>;
  /** The first criterion that the request does not meet; undefined for the matching route. */
  readonly refusedBy?: Criterion;
}

/** The destination of a request. */
export interface Destination {
  /** Place in the user of the key that decides: `url_map[0]`, `url_prefix` or `default_url`. */
  readonly path: string;
  /** Addresses that the request is sent to, one of them for each request. */
  readonly addresses: readonly string[];
  readonly policy: string;
  /** Headers that vmauth sets on the way to the backend, `Name: value`. */
  readonly headers: readonly string[];
}

export interface RequestRoute {
  readonly looks: readonly RouteLook[];
  /** Undefined if no route matches the request. */
  readonly destination?: Destination;
}

/** Access to configured values, which may be placeholders. */
export interface Shown {
  readonly read: (value: Tree) => string;
  readonly mask: (value: Tree) => string;
}

type Data = Readonly<Record<string, Tree>>;

/**
 * A request from the path or address that a client asks for.
 *
 * @param target `/api/v1/query?query=up`, or with the host in front of it.
 * @param headers `Name: value`.
 */
export function requestTo(target: string, headers: readonly string[]): Request {
  const [, host = "", rest = ""] = /^(?:https?:\/\/([^/?#]*))?([^#]*)/.exec(target) ?? [];
  const end = rest.indexOf("?");
  const path = end < 0 ? rest : rest.slice(0, end);
  const search = end < 0 ? "" : rest.slice(end);
  const named = headers.map((header) => {
    const colon = header.indexOf(":");
    return [header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()] as const;
  });
  return {
    host,
    path: cleaned(decoded(path)),
    query: new URLSearchParams(search),
    search,
    headers: Object.fromEntries(named.map(([name]) => [name, named.flatMap((other) => (other[0] === name ? [other[1]] : []))])),
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.length === 0 ? "" : `/${parts.join("/")}${path.endsWith("/") ? "/" : ""}`;
}

/** Whether vmauth answers a request itself, where users reach its internal port too. */
export const isAnsweredByItself = ({ path }: Request): boolean =>
  ownPaths.has(path) || path.startsWith("/debug/pprof/") || path.endsWith("/favicon.ico");

const ownPaths: ReadonlySet<string> = new Set([
  "/-/healthy",
  "/-/ready",
  "/-/reload",
  "/flags",
  "/health",
  "/metrics",
  "/ping",
  "/robots.txt",
]);

/**
 * The way of a request through the routes of one user: the first item of `url_map` whose criteria it meets, else `url_prefix`, else `default_url`.
 * https://docs.victoriametrics.com/victoriametrics/vmauth/#routing
 *
 * @param user The user as vmauth's configuration has it.
 */
export function routeRequest(user: Tree, request: Request, shown: Shown): RequestRoute {
  const data = dataIn(user);
  const routes = Array.isArray(data.url_map) ? data.url_map.map(dataIn) : [];
  const looks: RouteLook[] = [];
  for (const [index, route] of routes.entries()) {
    const path = `url_map[${index}]`;
    const refusedBy = criteria.find((criterion) => !meets(request, criterion, textsIn(route[criterion]), shown));
    looks.push({ path, patterns: patternsOf(route, shown), ...(refusedBy && { refusedBy }) });
    if (refusedBy === undefined) return { looks, destination: destinationOf(path, route, data, request, shown) };
  }
  if (data.url_prefix !== undefined) return { looks, destination: destinationOf("url_prefix", data, data, request, shown) };
  if (data.default_url === undefined) return { looks };
  return {
    looks,
    destination: { ...destinationOf("default_url", data, data, request, shown), addresses: defaultAddresses(data, request, shown) },
  };
}

const dataIn = (tree: Tree): Data => (isMap(tree) ? tree : {});
const textsIn = (tree: Tree): readonly Tree[] =>
  Array.isArray(tree) ? (tree as readonly Tree[]) : tree === undefined || tree === null ? [] : [tree];

const criteria: readonly Criterion[] = ["src_hosts", "src_paths", "src_query_args", "src_headers"];

/** Whether one pattern of a criterion matches; a criterion without patterns always matches. */
function meets(request: Request, criterion: Criterion, patterns: readonly Tree[], { read }: Shown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => fits[criterion](read(pattern), request));
}

const fits: Readonly<Record<Criterion, (pattern: string, request: Request) => boolean>> = {
  src_hosts: (pattern, { host }) => matchesWhole(pattern, host),
  src_paths: (pattern, { path }) => matchesWhole(pattern, path),
  src_query_args: (pattern, { query }) => {
    const [name, expected] = halves(pattern, "=");
    if (expected === undefined) return false;
    const fitsValue = expected.startsWith("~")
      ? (value: string) => matchesWhole(expected.slice(1), value)
      : (value: string) => value === expected;
    return query.getAll(name).some(fitsValue);
  },
  src_headers: (pattern, { headers }) => {
    const [name, expected = ""] = halves(pattern, ":");
    return (own(headers, name.trim().toLowerCase()) ?? []).includes(expected.trim());
  },
};

function halves(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const patternsOf = (route: Data, { mask }: Shown): RouteLook["patterns"] =>
  Object.fromEntries(
    criteria.flatMap((criterion) => (route[criterion] === undefined ? [] : [[criterion, textsIn(route[criterion]).map(mask)]])),
  );

function destinationOf(path: string, route: Data, user: Data, request: Request, shown: Shown): Destination {
  // A route inherits missing settings from the user, except headers.
  const setting = (key: string): readonly Tree[] => [route[key], user[key]].map(textsIn).find((values) => values.length > 0) ?? [];
  const dropped = Number(setting("drop_src_path_prefix_parts")[0] ?? 0);
  const sent = { ...request, path: withoutParts(request.path, dropped) };
  const merged = setting("merge_query_args").map(shown.read);
  return {
    path,
    addresses: textsIn(route.url_prefix).map((prefix) => joined(shown.mask(prefix), sent, merged)),
    policy: shown.mask(setting("load_balancing_policy")[0] ?? "least_loaded"),
    headers: textsIn(route.headers).map(shown.mask),
  };
}

/** Requests without a route keep their path as a parameter of the default address. */
function defaultAddresses({ default_url }: Data, { path, search }: Request, { mask }: Shown): string[] {
  const asked = `${encodeURI(path)}${search}`;
  return textsIn(default_url).map((address) => withParameters(mask(address), [["request_path", asked]]));
}

/** The address of a backend with the path and the parameters of a request appended. */
function joined(prefix: string, { path, query }: Request, merged: readonly string[]): string {
  const [base, parameters] = halves(prefix, "?");
  const known = new URLSearchParams(parameters ?? "");
  const added = [...query].filter(([key]) => !known.has(key) || merged.includes(key));
  const address = `${path.startsWith("/") ? base.replace(/\/$/, "") : base}${path}`;
  return withParameters(parameters === undefined ? address : `${address}?${parameters}`, added);
}

function withParameters(address: string, added: readonly (readonly [string, string])[]): string {
  if (added.length === 0) return address;
  const parameters = new URLSearchParams(added.map(([key, value]): [string, string] => [key, value])).toString();
  return `${address}${address.includes("?") ? "&" : "?"}${parameters}`;
}

function withoutParts(path: string, number: number): string {
  let rest = path;
  for (let left = number; left > 0; left -= 1) {
    const trimmed = rest.replace(/^\//, "");
    const slash = trimmed.indexOf("/");
    if (slash < 0) return "";
    rest = trimmed.slice(slash);
  }
  return rest;
}
