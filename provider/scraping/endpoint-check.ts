import { checkClient } from "../config/client-check";
import { checkDuration } from "../config/duration-check";
import { checkExpression } from "../config/expression-check";
import { checkRelabelRules } from "../config/relabeling-check";
import type { Context } from "../context";
import { isTemplate } from "../text/template";
import type { Endpoint, ScrapeParams } from "./scrape-types";

/** Reports settings of an endpoint that the scraper would refuse or ignore. */
export function checkEndpoint(endpoint: Endpoint, path: string, context: Context): void {
  checkDuration(endpoint.interval, `${path}.interval`, context);
  checkDuration(endpoint.scrape_interval, `${path}.scrape_interval`, context);
  checkDuration(endpoint.scrapeTimeout, `${path}.scrapeTimeout`, context);
  checkText(endpoint.max_scrape_size, size, `${path}.max_scrape_size`, context);
  checkParameters(endpoint.vm_scrape_params, `${path}.vm_scrape_params`, context);
  checkRelabelRules(endpoint.relabelConfigs, `${path}.relabelConfigs`, context);
  checkRelabelRules(endpoint.metricRelabelConfigs, `${path}.metricRelabelConfigs`, context);
  checkClient(endpoint, path, context);
}

/** Reports invalid names of ports: they are used as regular expressions. */
export function checkPort(
  { port = "", targetPort = "" }: { readonly port?: string; readonly targetPort?: string | number },
  path: string,
  context: Context,
): void {
  checkExpression(port, `${path}.port`, context);
  if (!port) checkExpression(String(targetPort), `${path}.targetPort`, context);
}

/** These are printed even if they are empty, and the scraper refuses empty durations. */
const writtenDurations = ["scrape_align_interval", "scrape_offset"] as const;

function checkParameters(parameters: ScrapeParams = {}, path: string, context: Context): void {
  for (const name of writtenDurations) {
    if (parameters[name] === "") context.report.error(`${path}.${name}`, "is empty: leave it out, or give a duration such as 30s");
    else checkDuration(parameters[name], `${path}.${name}`, context);
  }
  checkHeaders(parameters.headers, `${path}.headers`, context);
}

/** Reports invalid headers. */
export function checkHeaders(headers: readonly string[] = [], path: string, context: Context): void {
  for (const [index, header] of headers.entries()) {
    if (context.values.isEmpty(header)) context.report.error(`${path}[${index}]`, headerLine.problem);
    else checkText(header, headerLine, `${path}[${index}]`, context);
  }
}

interface Form {
  readonly pattern: RegExp;
  readonly problem: string;
}

const size: Form = {
  pattern: /^([0-9]+\.?[0-9]*|\.[0-9]+)([kmgt]i?b)?$/i,
  problem: "is not a size: expected a number of bytes, or one such as 16MB or 1GiB",
};
const headerLine: Form = { pattern: /:/, problem: "is not a header: expected one such as `Name: value`" };

function checkText(text: string | undefined, { pattern, problem }: Form, path: string, { values, report }: Context): void {
  const isWrong = text && values.check(text, (known) => !isTemplate(String(known)) && !pattern.test(String(known)));
  if (isWrong) report.error(path, problem);
}
