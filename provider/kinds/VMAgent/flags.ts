import { insertPortFlags } from "../../features/insert-ports";
import { hasRelabeling, relabelingPlace } from "../../features/relabeling";
import { streamAggregationFlags } from "../../features/stream-aggregation";
import { flag, loggingFlags } from "../../workload/command-line";
import { licenseFlags } from "../../workload/license";
import type { Agent } from "./model";
import { aggregationFileName, relabelingFileName } from "./processing-files";
import { scrapePlace } from "./scraping-files";

/** The flags of vmagent beside those of every program and those for its targets. */
export function agentFlags({ workload: { spec }, scrapes }: Agent): string[] {
  const { inlineRelabelConfig, relabelConfig, streamAggrConfig, insertPorts, license } = spec;
  const relabels = hasRelabeling(inlineRelabelConfig, relabelConfig);
  return [
    ...loggingFlags(spec),
    ...(scrapes ? [flag("promscrape.config", `${scrapePlace.configOutPath}/${scrapePlace.file}`)] : []),
    ...(relabels ? [flag("remoteWrite.relabelConfig", `${relabelingPlace.mountPath}/${relabelingFileName}`)] : []),
    ...streamAggregationFlags(streamAggrConfig, aggregationFileName),
    ...insertPortFlags(insertPorts),
    ...licenseFlags(license),
  ];
}
