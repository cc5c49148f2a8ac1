import type { Context } from "../context";
import { parseUrl } from "../text/url";
import { checkContradictions } from "./contradictions";
import { isTemplate } from "./template";
import type { DiscoveryClient } from "./types";

type Checks = Pick<Context, "values" | "report">;

/** Reports what the scraper would refuse or not heed in how it talks to a target, or to an API that it asks for targets. */
export function checkClient(settings: Pick<DiscoveryClient, "proxyURL" | "oauth2">, path: string, checks: Checks): void {
  checkProxy(settings.proxyURL, `${path}.proxyURL`, checks);
  checkUrl(settings.oauth2?.proxy_url, `${path}.oauth2.proxy_url`, checks);
  checkContradictions(settings, path, checks);
}

const proxySchemes: readonly string[] = ["http", "https", "socks5", "tls+socks5"];

/** Reports the address of a proxy that cannot be one. */
export const checkProxy = (text: string | undefined, path: string, checks: Checks): void => checkUrl(text, path, checks, proxySchemes);

/** Reports a text that is no URL, or none of the given schemes. */
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
