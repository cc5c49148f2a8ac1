import type { Context } from "../context";
import { checkContradictions } from "./contradictions";
import { checkDuration } from "./duration-check";
import { checkRelabelRules } from "./relabeling-check";
import type { Endpoint } from "./types";

/** Reports what the scraper would refuse or not heed of an endpoint. */
export function checkEndpoint(endpoint: Endpoint, path: string, context: Context): void {
  const { interval, scrape_interval, scrapeTimeout, vm_scrape_params: parameters } = endpoint;
  checkDuration(interval, `${path}.interval`, context);
  checkDuration(scrape_interval, `${path}.scrape_interval`, context);
  checkDuration(scrapeTimeout, `${path}.scrapeTimeout`, context);
  checkDuration(parameters?.scrape_align_interval, `${path}.vm_scrape_params.scrape_align_interval`, context);
  checkDuration(parameters?.scrape_offset, `${path}.vm_scrape_params.scrape_offset`, context);
  checkRelabelRules(endpoint.relabelConfigs, `${path}.relabelConfigs`, context);
  checkRelabelRules(endpoint.metricRelabelConfigs, `${path}.metricRelabelConfigs`, context);
  checkContradictions(endpoint, path, context);
}
