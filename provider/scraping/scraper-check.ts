import { checkAPIServerContradictions } from "../config/contradictions";
import { checkDuration, isDuration } from "../config/duration-check";
import { checkLabelName, checkLabelNames } from "../config/label-check";
import { checkRelabelRules, ofAllJobs, ofJob } from "../config/relabeling-check";
import type { Context } from "../context";
import { rawJobs } from "./raw-jobs";
import { checkScrapeClasses } from "./scrape-class-check";
import { checkSelectors } from "./scrape-selection";
import type { ScrapingSpec } from "./scrape-types";
import { scrapeSelectionFields } from "./scraper-fields";

/** Reports problems of the scrape settings of a VMAgent or VMSingle that show without other objects. */
export function checkScraping(spec: ScrapingSpec, context: Context): void {
  checkSelectors(spec, context);
  checkScrapeClasses(spec.scrapeClasses, context);
  checkIntervals(spec, context);
  checkRules(spec, context);
  checkLabels(spec, context);
  checkAPIServerContradictions(spec.apiServerConfig, "spec.apiServerConfig", context);
  rawJobs(spec.inlineScrapeConfig ?? "", "spec.inlineScrapeConfig", context);
}

function checkIntervals(spec: ScrapingSpec, context: Context): void {
  checkDuration(spec.scrapeInterval, "spec.scrapeInterval", context);
  checkDuration(spec.scrapeTimeout, "spec.scrapeTimeout", context);
  for (const name of ["minScrapeInterval", "maxScrapeInterval"] as const) {
    if (isDuration(spec[name], context) === false)
      context.report.warning(`spec.${name}`, "is not a duration, and has no effect: expected one such as 30s");
  }
}

function checkLabels(spec: ScrapingSpec, context: Context): void {
  checkLabelNames(spec.externalLabels, "spec.externalLabels", context);
  for (const name of ["externalLabelName", "vmAgentExternalLabelName", "enforcedNamespaceLabel"] as const)
    checkLabelName(spec[name], `spec.${name}`, context);
}

type TemplateName = Extract<keyof typeof scrapeSelectionFields, `${string}RelabelTemplate`>;

const templates = Object.keys(scrapeSelectionFields).filter((name): name is TemplateName => name.endsWith("RelabelTemplate"));
const globalFields = ["globalScrapeRelabelConfigs", "globalScrapeMetricRelabelConfigs"] as const;

function checkRules(spec: ScrapingSpec, context: Context): void {
  for (const name of globalFields) checkRelabelRules(spec[name], `spec.${name}`, context, ofAllJobs);
  for (const name of templates) checkRelabelRules(spec[name], `spec.${name}`, context, ofJob);
  for (const [index, { relabelConfigs, metricRelabelConfigs }] of (spec.scrapeClasses ?? []).entries()) {
    checkRelabelRules(relabelConfigs, `spec.scrapeClasses[${index}].relabelConfigs`, context);
    checkRelabelRules(metricRelabelConfigs, `spec.scrapeClasses[${index}].metricRelabelConfigs`, context);
  }
}
