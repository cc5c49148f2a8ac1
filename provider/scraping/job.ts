import { filled, type TreeMap } from "../config/keys";
import { jobRule } from "../config/relabel-rules";
import type { Tree } from "../text/tree";
import { authentication, scrapeParams } from "./clients";
import { checkFileAccess } from "./file-access";
import { checkLogin } from "./login-check";
import { withScrapeClass } from "./scrape-class";
import type { Endpoint } from "./scrape-types";
import type { Scraping } from "./scraping";

/**
 * Relabeling of targets and of samples. The rules of the kind are followed by those of the scrape class, the endpoint and the template, in this
 * order. The enforced namespace label comes last, and no rule for samples can change it.
 */
export function relabelings(
  kindRules: readonly Tree[],
  endpoint: Endpoint,
  { object, spec, scrapeClass, template }: Scraping<unknown>,
): TreeMap {
  const { relabelConfigs = [], metricRelabelConfigs = [] } = endpoint;
  const label = spec.enforcedNamespaceLabel;
  const targetRules = [...(scrapeClass?.relabelConfigs ?? []), ...relabelConfigs, ...template].map(jobRule);
  const sampleRules = [...(scrapeClass?.metricRelabelConfigs ?? []), ...metricRelabelConfigs].map(jobRule);
  return {
    relabel_configs: [...kindRules, ...targetRules, ...(label ? [{ target_label: label, replacement: object.metadata.namespace }] : [])],
    metric_relabel_configs: filled(label ? sampleRules.filter((rule) => rule.target_label !== label) : sampleRules),
  };
}

/** The connection to targets: settings of VictoriaMetrics, proxy, TLS and authentication, with the additions of the scrape class. */
export function connection(endpoint: Endpoint, path: string, scraping: Scraping<unknown>): TreeMap {
  checkFileAccess(endpoint, path, scraping);
  const { references, scrapeClass, context } = scraping;
  const parameters = scrapeParams(endpoint.vm_scrape_params, references, `${path}.vm_scrape_params`);
  const login = authentication(withScrapeClass(endpoint, scrapeClass), references, path);
  checkLogin(parameters, `${path}.vm_scrape_params.proxy_client_config`, context, "proxy_");
  checkLogin(login, path, context);
  return { ...parameters, ...login };
}
