import { downsamplingFlags } from "../../features/downsampling";
import { insertPortFlags } from "../../features/insert-ports";
import { hasRelabeling, relabelingPlace } from "../../features/relabeling";
import { retentionFilterFlags } from "../../features/retention-filters";
import type { ScrapePlace } from "../../features/scrape-files";
import { streamAggregationFlags } from "../../features/stream-aggregation";
import { flags, loggingFlags } from "../../workload/command-line";
import { licenseFlags } from "../../workload/license";
import type { Single } from "./model";

export const relabelingFileName = "relabeling.yaml";
export const aggregationFileName = "config.yaml";

/** Where the database has its scrape configuration. */
export const scrapePlace: ScrapePlace = {
  file: "scrape.yaml",
  configPath: "/etc/vm/config",
  configOutPath: "/etc/vm/config_out",
  tlsAssetsPath: "/etc/vm-tls/certs",
};

/** The flags of the database beside those of every program. */
export function databaseFlags({ workload: { spec }, storageDataPath, scrapes }: Single): string[] {
  const { retentionPeriod, downsampling, license, streamAggrConfig, insertPorts, inlineRelabelConfig, relabelConfig } = spec;
  const relabels = hasRelabeling(inlineRelabelConfig, relabelConfig);
  return [
    ...loggingFlags(spec),
    ...flags({
      storageDataPath,
      retentionPeriod,
      "dedup.minScrapeInterval": downsampling?.dedupInterval,
      "promscrape.config": scrapes ? `${scrapePlace.configOutPath}/${scrapePlace.file}` : undefined,
      relabelConfig: relabels ? `${relabelingPlace.mountPath}/${relabelingFileName}` : undefined,
    }),
    ...downsamplingFlags(downsampling),
    ...retentionFilterFlags(spec.retentionFilters),
    ...insertPortFlags(insertPorts),
    ...streamAggregationFlags(streamAggrConfig, aggregationFileName),
    ...licenseFlags(license),
  ];
}
