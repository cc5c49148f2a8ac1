import type { Context } from "../../context";
import { hasRelabeling, relabelingFile, relabelingPlace } from "../../features/relabeling";
import {
  hasAggregationRules,
  type StreamAggregation,
  streamAggregationFile,
  streamAggregationPlace,
} from "../../features/stream-aggregation";
import { type ConfigFiles, configFiles, noFiles, type Place } from "../../kubernetes/config-map";
import type { Workload } from "../../workload/workload";
import type { Spec } from "./model";

export const relabelingFileName = "global_relabeling.yaml";
export const aggregationFileName = "global_aggregation.yaml";

/** Names of the files with the rules of a single target. */
export const targetRelabelingFile = (index: number): string => `url_relabeling-${index}.yaml`;
export const targetAggregationFile = (index: number): string => `RWS_${index}-CM-STREAM-AGGR-CONF`;

/** Relabeling of all samples, and of those for each target. */
export function relabelingFiles(workload: Workload<Spec>, context: Context): ConfigFiles {
  const { namespace, spec } = workload;
  const { inlineRelabelConfig, relabelConfig, remoteWrite } = spec;
  const text = (rules: typeof inlineRelabelConfig, reference: typeof relabelConfig, path: string): string | undefined =>
    hasRelabeling(rules, reference) ? relabelingFile(rules, reference, namespace, path, context) : undefined;
  const ofTargets = remoteWrite.map(({ inlineUrlRelabelConfig, urlRelabelConfig }, index) => [
    targetRelabelingFile(index),
    text(inlineUrlRelabelConfig, urlRelabelConfig, `spec.remoteWrite[${index}].urlRelabelConfig`),
  ]);
  const ofAll = { [relabelingFileName]: text(inlineRelabelConfig, relabelConfig, "spec.relabelConfig") };
  return givenFiles(workload, relabelingPlace, { ...ofAll, ...Object.fromEntries(ofTargets) });
}

/** Aggregation of all samples, and of those for each target. */
export function aggregationFiles(workload: Workload<Spec>, context: Context): ConfigFiles {
  const { namespace, spec } = workload;
  const text = (config: StreamAggregation | undefined, path: string): string | undefined =>
    hasAggregationRules(config) ? streamAggregationFile(config, namespace, path, context) : undefined;
  const ofTargets = spec.remoteWrite.map(({ streamAggrConfig }, index) => [
    targetAggregationFile(index),
    text(streamAggrConfig, `spec.remoteWrite[${index}].streamAggrConfig`),
  ]);
  const ofAll = { [aggregationFileName]: text(spec.streamAggrConfig, "spec.streamAggrConfig") };
  return givenFiles(workload, streamAggregationPlace, { ...ofAll, ...Object.fromEntries(ofTargets) });
}

/** The existing files; without files there is no mount. */
function givenFiles(workload: Workload, place: Place, texts: Readonly<Record<string, string | undefined>>): ConfigFiles {
  const given = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? configFiles(workload, place, Object.fromEntries(given)) : noFiles;
}
