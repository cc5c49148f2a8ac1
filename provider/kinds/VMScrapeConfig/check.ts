import { checkClient } from "../../config/client-check";
import { isGiven } from "../../config/keys";
import { checkLabelNames } from "../../config/label-check";
import type { Context } from "../../context";
import { checkEndpoint } from "../../scraping/endpoint-check";
import type { DiscoveryClient } from "../../scraping/scrape-types";
import type { CustomResource } from "../../world/objects";
import { discoveries } from "./discovery-keys";
import type { VMScrapeConfigSpec } from "./schema";

/** Reports what the fields' own types cannot say. */
export function check({ spec }: CustomResource<VMScrapeConfigSpec>, context: Context): void {
  checkEndpoint(spec, "spec", context);
  for (const { field } of discoveries) {
    for (const [index, item] of (spec[field] ?? []).entries()) checkClient(item as DiscoveryClient, `spec.${field}[${index}]`, context);
  }
  for (const [index, { labels }] of (spec.staticConfigs ?? []).entries())
    checkLabelNames(labels, `spec.staticConfigs[${index}].labels`, context);
  checkSupport(spec, context);
}

const refused = "is refused by the scraper, and with it the whole configuration";

/** What VictoriaMetrics itself does not know, whatever the operator's fields promise. */
function checkSupport({ vultrSDConfigs = [], kubernetesSDConfigs = [] }: VMScrapeConfigSpec, { report }: Context): void {
  if (vultrSDConfigs.length > 0)
    report.error("spec.vultrSDConfigs", `${refused}: give the job in inlineScrapeConfig, where the key is vultr_configs`);
  for (const [index, { proxy_client_config }] of kubernetesSDConfigs.entries()) {
    if (isGiven(proxy_client_config))
      report.error(
        `spec.kubernetesSDConfigs[${index}].proxy_client_config`,
        `${refused}: leave it out; a proxy's URL may hold user and password`,
      );
  }
}
