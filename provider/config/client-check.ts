import type { Context } from "../context";
import { isTemplate } from "../text/template";
import { parseUrl } from "../text/url";
import { checkContradictions } from "./contradictions";
import { valueAt } from "./keys";
import type { OAuth2 } from "./setting-types";

type Checks = Pick<Context, "values" | "report">;

/** Reports settings of a connection, to a target or to a discovery's API, that the scraper would refuse or ignore. */
export function checkClient(settings: { readonly proxyURL?: string; readonly oauth2?: OAuth2 }, path: string, checks: Checks): void {
  checkProxy(settings.proxyURL, `${path}.proxyURL`, checks);
  for (const { field, keys } of tokenProxies) checkUrl(valueAt(settings, keys) as string | undefined, `${path}.${field}`, checks);
  checkContradictions(settings, path, checks);
}

/** The fields with the address of a proxy for tokens. */
const tokenProxies = ["", "proxy_client_config.", "vm_scrape_params.proxy_client_config."]
  .map((block) => `${block}oauth2.proxy_url`)
  .map((field) => ({ field, keys: field.split(".") }));

const proxySchemes: readonly string[] = ["http", "https", "socks5", "tls+socks5"];

/** Reports an invalid address of a proxy. */
export const checkProxy = (text: string | undefined, path: string, checks: Checks): void => checkUrl(text, path, checks, proxySchemes);

/** Reports a text that is not a URL with one of the given schemes. */
export function checkUrl(text: string | undefined, path: string, { values, report }: Checks, schemes?: readonly string[]): void {
  const problem = text && values.check(text, (known) => (isTemplate(String(known)) ? undefined : urlProblem(String(known), schemes)));
  if (problem) report.error(path, problem);
}

function urlProblem(text: string, schemes?: readonly string[]): string | undefined {
  const url = parseUrl(text);
  if ("problem" in url) return url.problem;
  return schemes && !schemes.includes(url.scheme)
    ? `expected a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(", ")}`
    : undefined;
}
