import { filled, type Keys, positive, written } from "../config/keys";
import { globalRule } from "../config/relabel-rules";
import { sortedByBytes } from "../text/order";
import type { Tree } from "../text/tree";
import type { CustomResource } from "../world/objects";
import type { ScrapingSpec } from "./scrape-types";

const globalKeys: Keys<[parent: CustomResource<ScrapingSpec>]> = {
  scrape_interval: ({ spec }) => filled(spec.scrapeInterval) ?? "30s",
  external_labels: ({ metadata, spec }) => {
    const name = spec.externalLabelName ?? spec.vmAgentExternalLabelName ?? "prometheus";
    return sortedByBytes({ ...(name && { [name]: `${metadata.namespace}/${metadata.name}` }), ...spec.externalLabels });
  },
  sample_limit: ({ spec }) => positive(spec.sampleLimit),
  scrape_timeout: ({ spec }) => filled(spec.scrapeTimeout),
  metric_relabel_configs: ({ spec }) => filled(spec.globalScrapeMetricRelabelConfigs?.map(globalRule)),
  relabel_configs: ({ spec }) => filled(spec.globalScrapeRelabelConfigs?.map(globalRule)),
};

/** The section `global`: settings for all jobs. */
export const globalSection = (parent: CustomResource<ScrapingSpec>): Tree => written(globalKeys, parent);
