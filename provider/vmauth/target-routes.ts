import { filled, type Keys, type TreeMap, written } from "../config/keys";
import { type Context, secretValue } from "../context";
import { separator, suffixProblem } from "../text/target-url";
import { checkSuffix, type Owner, urlList } from "./access-check";
import type { Target, URLMap } from "./access-types";
import { addressesOf } from "./addresses";
import { type AuthContext, backendOf } from "./auth-context";
import { inConfiguration } from "./login-credentials";
import type { ResolvedTarget } from "./targets";

/** The settings for making routes of targets. */
export interface Routing {
  readonly targets: readonly ResolvedTarget[];
  /** The references for credentials of targets. */
  readonly namespace: string;
  readonly owner: Owner;
  /** Whether credentials of default targets are used too, rather than only those that are given in the place itself. */
  readonly inheritsCredentials: boolean;
}

/** A target with the settings for its route. */
interface Route {
  readonly target: Target;
  readonly urls: readonly string[];
  readonly headers: readonly string[];
}

type RouteKeys = Keys<[route: Route, context: AuthContext]>;

/** Options of a route or of a user. */
const optionKeys = {
  headers: ({ headers }) => filled(headers),
  response_headers: ({ target }) => filled(target.response_headers),
  discover_backend_ips: ({ target }) => target.discover_backend_ips,
  retry_status_codes: ({ target }) => filled(target.retry_status_codes),
  load_balancing_policy: ({ target }) => filled(target.load_balancing_policy),
  drop_src_path_prefix_parts: ({ target }) => target.drop_src_path_prefix_parts,
} satisfies RouteKeys;

/** The only target of a user, which takes all requests. */
const catchAllKeys: RouteKeys = { url_prefix: ({ urls }) => urls, ...optionKeys };

/** One of several targets, or one that takes only some requests. */
const routeKeys: RouteKeys = {
  url_prefix: ({ urls }) => urls,
  src_paths: ({ target }, context) => pathsOf(target, context),
  src_hosts: ({ target }) => filled(target.hosts),
  discover_backend_ips: optionKeys.discover_backend_ips,
  src_headers: ({ target }) => filled(target.src_headers),
  src_query_args: ({ target }) => filled(target.src_query_args),
  headers: optionKeys.headers,
  response_headers: optionKeys.response_headers,
  retry_status_codes: optionKeys.retry_status_codes,
  drop_src_path_prefix_parts: optionKeys.drop_src_path_prefix_parts,
  load_balancing_policy: optionKeys.load_balancing_policy,
};

/** The routes to targets, in vmauth's form; empty without targets. Problems of routes are reported. */
export function targetRoutes(routing: Routing, context: AuthContext): TreeMap {
  const routes = routing.targets.map((target) => routeOf(target, routing, context));
  const [only, ...others] = routes;
  if (!only) return {};
  if (others.length === 0 && takesAll(only.target)) return written(catchAllKeys, only, context);
  return { url_map: routes.map((route) => written(routeKeys, route, context)) };
}

const everyPath = ["/", "/*", "/.*"];

/** Whether a target takes all requests. */
function takesAll({ paths = [], hosts = [], src_headers = [], src_query_args = [] }: Target): boolean {
  const hasAllPaths = paths.length === 0 || (paths.length === 1 && everyPath.includes(paths[0] ?? ""));
  return hasAllPaths && [hosts, src_headers, src_query_args].every((list) => list.length === 0);
}

/** The paths of a target's requests. A single path for all requests becomes an expression that matches all; several paths stay as they are. */
function pathsOf({ paths = [], crd, target_path_suffix }: Target, context: AuthContext): readonly string[] {
  if (paths.length === 1 && everyPath.includes(paths[0] ?? "")) return ["/.*"];
  if (paths.length > 0) return paths;
  if (!crd) return ["/.*"];
  const { paths: own = [], pathsBelow = own } = backendOf(crd.kind, context) ?? {};
  return target_path_suffix ? pathsBelow : own;
}

function routeOf({ target, given, path }: ResolvedTarget, routing: Routing, context: AuthContext): Route {
  const { crd, static: { url, urls = [] } = {}, headers = [] } = target;
  checkSuffix(target, path, routing.owner, context);
  const addresses = crd ? addressesOf(crd, `${path}.crd`, context) : url ? [url] : urls;
  if (!crd && addresses.length === 0) context.report.error(path, "has no address: expected crd or static");
  const credentials = (routing.inheritsCredentials ? target : given).targetRefBasicAuth;
  if (target.targetRefBasicAuth && !credentials) {
    const message = "does not use the default target's credentials for unauthorized requests: give targetRefBasicAuth here";
    context.report.warning(path, message);
  }
  const authorization = credentials ? [basicAuthorization(credentials, `${path}.targetRefBasicAuth`, routing.namespace, context)] : [];
  return { target, urls: addresses.map((address) => withAddition(address, target, context)), headers: [...headers, ...authorization] };
}

function basicAuthorization(
  { username, password }: NonNullable<Target["targetRefBasicAuth"]>,
  path: string,
  namespace: string,
  context: Context,
): string {
  const name = secretValue(context, namespace, username, `${path}.username`, inConfiguration);
  const word = secretValue(context, namespace, password, `${path}.password`, inConfiguration);
  return `Authorization: Basic ${context.values.apply("base64", `${name}:${word}`)}`;
}

/** A URL with the target's path and query arguments, unchanged without them. */
function withAddition(url: string, { target_path_suffix = "", query_args = [] }: Target, { values }: Context): string {
  if (target_path_suffix === "" && query_args.length === 0) return url;
  if (values.check(target_path_suffix, (suffix) => suffixProblem(String(suffix)))) return url;
  const pairs = query_args.flatMap(({ name, values: all }) => all.flatMap((value) => [name, value]));
  return values.apply("targetUrl", [url, target_path_suffix, ...pairs].join(separator));
}

/** Routes given in vmauth's form. */
const urlMapKeys: Keys<[route: URLMap]> = {
  src_paths: ({ src_paths }) => filled(src_paths),
  src_hosts: ({ src_hosts }) => filled(src_hosts),
  url_prefix: ({ url_prefix }) => urlList(url_prefix),
  src_query_args: ({ src_query_args }) => filled(src_query_args),
  src_headers: ({ src_headers }) => filled(src_headers),
  headers: ({ headers }) => filled(headers),
  response_headers: ({ response_headers }) => filled(response_headers),
  discover_backend_ips: ({ discover_backend_ips }) => discover_backend_ips,
  retry_status_codes: ({ retry_status_codes }) => filled(retry_status_codes),
  load_balancing_policy: ({ load_balancing_policy }) => filled(load_balancing_policy),
  drop_src_path_prefix_parts: ({ drop_src_path_prefix_parts }) => drop_src_path_prefix_parts,
};

export const givenRoutes = (routes: readonly URLMap[]): TreeMap[] => routes.map((route) => written(urlMapKeys, route));
