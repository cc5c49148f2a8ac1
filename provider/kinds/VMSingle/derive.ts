import type { Context } from "../../context";
import type { Derivation } from "../../kind";
import { backupPortName } from "../../kubernetes/backup";
import { type ConfigFiles, configFiles, noFiles } from "../../kubernetes/config-files";
import { deployment } from "../../kubernetes/deployment";
import { serviceUrl } from "../../kubernetes/http-server";
import { withCommonMetadata } from "../../kubernetes/labels";
import { networkPolicies } from "../../kubernetes/network-policy";
import { persistentVolumeClaim } from "../../kubernetes/persistent-volume-claim";
import { hasRelabeling, relabelingFile, relabelingPlace } from "../../kubernetes/relabeling";
import { selfScrapes as selfScrapesOf } from "../../kubernetes/self-scrape";
import { additionalServices } from "../../kubernetes/service";
import { serviceAccounts } from "../../kubernetes/service-account";
import { hasAggregationRules, streamAggregationFile, streamAggregationPlace } from "../../kubernetes/stream-aggregation";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import type { CustomResource } from "../../world/objects";
import { aggregationFileName, pods, relabelingFileName } from "./pods";
import type { VMSingleSpec } from "./schema";
import { type Single, singleOf } from "./single";

/** What a VMSingle becomes. */
export function derive(resource: CustomResource<VMSingleSpec>, context: Context): Derivation {
  const single = singleOf(resource, context);
  const { workload, service } = single;
  const { spec } = workload;
  const relabeling = relabelingFiles(single, context);
  const aggregation = aggregationFiles(single, context);
  const objects = [
    ...serviceAccounts(workload),
    ...(single.hasClaim && spec.storage ? [persistentVolumeClaim(workload, { ...spec, storage: spec.storage })] : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...verticalPodAutoscalers(workload, spec.vpa, "Deployment"),
    ...networkPolicies(workload),
    ...relabeling.objects,
    ...aggregation.objects,
    deployment(workload, { type: "Recreate" }, pods(single, { relabeling, aggregation }, context)),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: [...relabeling.configs, ...aggregation.configs],
    outputs: addresses(single, context),
  };
}

/** The scrape object for the database itself. */
export function selfScrapes(resource: CustomResource<VMSingleSpec>, context: Context): readonly CustomResource[] {
  const { workload, ...scraped } = singleOf(resource, context);
  return selfScrapesOf(workload, { ...scraped, sidecarPorts: [backupPortName] }, context);
}

function relabelingFiles({ workload }: Single, context: Context): ConfigFiles {
  const { inlineRelabelConfig, relabelConfig } = workload.spec;
  if (!hasRelabeling(inlineRelabelConfig, relabelConfig)) return noFiles;
  const text = relabelingFile(inlineRelabelConfig, relabelConfig, workload.namespace, "spec.relabelConfig", context);
  return configFiles(workload, relabelingPlace, { [relabelingFileName]: text });
}

function aggregationFiles({ workload }: Single, context: Context): ConfigFiles {
  const { streamAggrConfig } = workload.spec;
  if (!hasAggregationRules(streamAggrConfig)) return noFiles;
  const text = streamAggregationFile(streamAggrConfig, workload.namespace, "spec.streamAggrConfig", context);
  return configFiles(workload, streamAggregationPlace, { [aggregationFileName]: text });
}

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster, for queries.",
  remoteWriteUrl: "Address for writing by Prometheus's remote write protocol, for VMAgent's `remoteWrite`.",
};

function addresses({ service, server }: Single, context: Context): Record<keyof typeof outputs, string> {
  const url = serviceUrl(service, server, context);
  return { serviceName: service.metadata.name, url, remoteWriteUrl: `${url}/api/v1/write` };
}
