import { checkCertificate } from "../config/certificate-check";
import { ineffectiveTLS } from "../config/contradictions";
import type { Context } from "../context";
import { suffixProblem } from "../text/target-url";
import { joinPath } from "../world/issues";
import type { MetricLabels, ObjectTarget, Target, URLMap, UserOptions } from "./access-types";
import { type AuthContext, checkBackend } from "./auth-context";
import {
  addressProblem,
  backendUrlProblem,
  headerProblem,
  labelNameProblem,
  noPlaceholderProblem,
  type Problem,
  patternProblem,
  placeholderProblem,
  queryArgumentProblem,
} from "./problems";

type Checks = Pick<Context, "values" | "report">;

/** The surroundings of a target or an option. */
export interface Owner {
  /** Clients send a token, whose claims URLs and headers may contain. */
  readonly hasToken: boolean;
  /** Settings of all targets, which a single target must not repeat. */
  readonly retryStatusCodes?: readonly unknown[];
}

/** Reports texts with a problem. Unknown texts are not checked. */
function checkTexts(texts: readonly string[] | undefined, path: string, problems: readonly Problem[], { values, report }: Checks): void {
  for (const [index, text] of (texts ?? []).entries()) {
    const problem = values.check(text, (known) => problems.map((problemOf) => problemOf(String(known))).find((found) => found));
    if (problem) report.error(`${path}[${index}]`, problem);
  }
}

/** The same for a field with a single text. */
function checkText(text: string | undefined, path: string, problems: readonly Problem[], { values, report }: Checks): void {
  const problem = text && values.check(text, (known) => problems.map((problemOf) => problemOf(String(known))).find((found) => found));
  if (problem) report.error(path, problem);
}

const placeholdersOf = ({ hasToken }: Owner): Problem => (hasToken ? placeholderProblem : noPlaceholderProblem);

type Headers = Pick<Target, "headers" | "response_headers">;

function checkHeaders({ headers, response_headers }: Headers, path: string, owner: Owner, checks: Checks): void {
  checkTexts(headers, `${path}.headers`, [headerProblem, placeholdersOf(owner)], checks);
  checkTexts(response_headers, `${path}.response_headers`, [headerProblem, noPlaceholderProblem], checks);
}

/** Reports options of a user that vmauth would refuse. `path` is their block. */
export function checkOptions(options: UserOptions, path: string, owner: Owner, checks: Checks): void {
  checkHeaders(options, path, owner, checks);
  checkTexts(options.default_url, `${path}.default_url`, [backendUrlProblem, placeholdersOf(owner)], checks);
  for (const list of ["allow_list", "deny_list"] as const) {
    checkTexts(options.ip_filters?.[list], `${path}.ip_filters.${list}`, [addressProblem], checks);
  }
}

export function checkMetricLabels(labels: MetricLabels | undefined, path: string, { report }: Checks): void {
  for (const name of Object.keys(labels ?? {})) {
    const problem = labelNameProblem(name);
    if (problem) report.error(joinPath(path, name), problem);
  }
}

/** Reports TLS settings that are given in two ways; without a rule of precedence they are an error. */
export function checkTLS(settings: UserOptions["tlsConfig"], path: string, severity: "error" | "warning", checks: Checks): void {
  checkCertificate(settings, path, severity, checks);
  for (const { field, winner } of ineffectiveTLS(settings ?? {})) {
    checks.report[severity](`${path}.${field}`, `has no effect next to ${winner}: leave one of them out`);
  }
}

/** Reports invalid targets, and those that vmauth would refuse. `path` is the list. */
export function checkTargets(targets: readonly Target[], path: string, owner: Owner, context: AuthContext): void {
  for (const [index, target] of targets.entries()) {
    const where = `${path}[${index}]`;
    if (!target.name) checkSort(target, where, context);
    checkTarget(target, where, owner, context);
  }
}

/** Reports a target with neither or both of resources and URLs. */
export function checkSort({ crd, static: urls }: Target, path: string, { report }: Checks): void {
  if (crd && urls) report.error(path, "has both crd and static: leave one of them out");
  if (!crd && !urls) report.error(path, "expected crd or static");
}

/** Reports problems in the parts of a target. */
export function checkTarget(target: Target, path: string, owner: Owner, checks: AuthContext): void {
  const { crd, static: urls, retry_status_codes = [] } = target;
  if (crd) checkObjects(crd, `${path}.crd`, checks);
  if (urls) checkUrls(urls, `${path}.static`, owner, checks);
  checkTexts(target.paths, `${path}.paths`, [patternProblem], checks);
  checkTexts(target.hosts, `${path}.hosts`, [patternProblem], checks);
  checkTexts(target.src_headers, `${path}.src_headers`, [headerProblem], checks);
  checkTexts(target.src_query_args, `${path}.src_query_args`, [queryArgumentProblem], checks);
  checkHeaders(target, path, owner, checks);
  if (retry_status_codes.length > 0 && owner.retryStatusCodes?.length) {
    checks.report.error(`${path}.retry_status_codes`, "is given for all targets already: give it in one place only");
  }
}

function checkObjects({ kind, name, namespace, objects = [] }: ObjectTarget, path: string, context: AuthContext): void {
  const { report } = context;
  checkBackend(kind, `${path}.kind`, context);
  const isNamed = name && namespace;
  if (!isNamed && (name || namespace || objects.length === 0)) {
    report.error(path, "expected the name and the namespace of a resource, or objects with both");
  }
  for (const [index, object] of objects.entries()) {
    if (!object.name || !object.namespace) report.error(`${path}.objects[${index}]`, "expected the name and the namespace of a resource");
  }
}

function checkUrls({ url, urls = [] }: NonNullable<Target["static"]>, path: string, owner: Owner, checks: Checks): void {
  if (!url && urls.length === 0) checks.report.error(path, "expected a URL in url, or several in urls");
  checkText(url, `${path}.url`, [backendUrlProblem, placeholdersOf(owner)], checks);
  checkTexts(urls, `${path}.urls`, [backendUrlProblem, placeholdersOf(owner)], checks);
}

/** Reports a path that cannot be appended to a target's URLs. */
export function checkSuffix({ target_path_suffix }: Target, path: string, owner: Owner, checks: Checks): void {
  checkText(target_path_suffix, `${path}.target_path_suffix`, [suffixProblem, placeholdersOf(owner)], checks);
}

/** The URLs of a field with one or several. */
export const urlList = (urls: string | readonly string[] | undefined = []): readonly string[] =>
  (typeof urls === "string" ? [urls] : urls).filter((url) => url !== "");

/** Reports routes that vmauth would refuse. */
export function checkURLMap(routes: readonly URLMap[], path: string, owner: Owner, checks: Checks): void {
  for (const [index, route] of routes.entries()) {
    const where = `${path}[${index}]`;
    const sources = [route.src_paths, route.src_hosts, route.src_headers, route.src_query_args];
    if (sources.every((source) => !source?.length)) {
      checks.report.error(where, "expected at least one of src_paths, src_hosts, src_headers and src_query_args");
    }
    checkTexts(route.src_paths, `${where}.src_paths`, [patternProblem], checks);
    checkTexts(route.src_hosts, `${where}.src_hosts`, [patternProblem], checks);
    checkTexts(route.src_headers, `${where}.src_headers`, [headerProblem], checks);
    checkTexts(route.src_query_args, `${where}.src_query_args`, [queryArgumentProblem], checks);
    checkHeaders(route, where, owner, checks);
    checkPrefix(route.url_prefix, `${where}.url_prefix`, owner, checks);
  }
}

/** Reports a missing or wrong `url_prefix`. */
export function checkPrefix(prefix: URLMap["url_prefix"], path: string, owner: Owner, checks: Checks): void {
  const problems = [backendUrlProblem, placeholdersOf(owner)];
  if (urlList(prefix).length === 0) checks.report.error(path, "is required: expected a URL, or a list of them");
  else if (typeof prefix === "string") checkText(prefix, path, problems, checks);
  else checkTexts(prefix, path, problems, checks);
}
