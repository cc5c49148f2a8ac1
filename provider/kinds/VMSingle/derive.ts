import type { Derivation } from "../../derived";
import { backupPortName } from "../../features/backup";
import { hasRelabeling, relabelingFile, relabelingPlace } from "../../features/relabeling";
import { scrapeFiles } from "../../features/scrape-files";
import type { SelfScrape } from "../../features/self-scrape";
import { selfScrapes as selfScrapesOf } from "../../features/self-scrape";
import { hasAggregationRules, notOfStorage, streamAggregationFile, streamAggregationPlace } from "../../features/stream-aggregation";
import { type ConfigFiles, configFiles, noFiles } from "../../kubernetes/config-map";
import { deployment } from "../../kubernetes/deployment";
import { networkPolicies } from "../../kubernetes/network-policy";
import { persistentVolumeClaim } from "../../kubernetes/persistent-volume-claim";
import { requiredRbac, requiredRbacOutput, scrapingPermissions } from "../../kubernetes/rbac";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { scrapeConfiguration } from "../../scraping/scrape-configuration";
import { serviceUrl } from "../../workload/http-server";
import { withCommonMetadata } from "../../workload/labels";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { type Single, singleOf } from "./model";
import { aggregationFileName, pods, relabelingFileName, scrapePlace } from "./pods";
import type { VMSingleSpec } from "./schema";

/** What a VMSingle becomes. */
export function derive(resource: CustomResource<VMSingleSpec>, context: KindContext): Derivation {
  const single = singleOf(resource, context);
  const { workload, service } = single;
  const { spec } = workload;
  const relabeling = relabelingFiles(single, context);
  const aggregation = aggregationFiles(single, context);
  const scrape = single.scrapes ? scrapeFiles(workload, scrapePlace, configurationOf(resource, context), context) : undefined;
  const permissions = single.scrapes ? scrapingPermissions(workload, { discovers: true }, context) : [];
  const objects = [
    ...serviceAccounts(workload),
    ...(hasOwnAccount(workload) ? permissions : []),
    ...(single.hasClaim && spec.storage ? [persistentVolumeClaim(workload, { ...spec, storage: spec.storage })] : []),
    { role: "service", manifest: service },
    ...additionalServices(workload, service, context),
    ...verticalPodAutoscalers(workload, spec.vpa, "Deployment"),
    ...networkPolicies(workload),
    ...(scrape?.objects ?? []),
    ...relabeling.objects,
    ...aggregation.objects,
    deployment(workload, { type: "Recreate" }, pods(single, { scrape, relabeling, aggregation }, context)),
  ];
  return {
    objects: withCommonMetadata(objects, context.defaults),
    configs: [...(scrape?.configs ?? []), ...relabeling.configs, ...aggregation.configs],
    outputs: { ...addresses(single, context), requiredRbac: requiredRbac(workload, permissions, context) },
  };
}

const configurationOf = (resource: CustomResource<VMSingleSpec>, context: KindContext) =>
  scrapeConfiguration({ resource, tlsAssetsDirectory: scrapePlace.tlsAssetsPath }, context);

/** The scrape object for the database itself. */
export function selfScrapes(resource: CustomResource<VMSingleSpec>, context: KindContext): readonly SelfScrape[] {
  const { workload, ...scraped } = singleOf(resource, context);
  return selfScrapesOf(workload, { ...scraped, sidecarPorts: [backupPortName] }, context);
}

function relabelingFiles({ workload }: Single, context: KindContext): ConfigFiles {
  const { inlineRelabelConfig, relabelConfig } = workload.spec;
  if (!hasRelabeling(inlineRelabelConfig, relabelConfig)) return noFiles;
  const text = relabelingFile(inlineRelabelConfig, relabelConfig, workload.namespace, "spec.relabelConfig", context);
  return configFiles(workload, relabelingPlace, { [relabelingFileName]: text });
}

function aggregationFiles({ workload }: Single, context: KindContext): ConfigFiles {
  const { streamAggrConfig } = workload.spec;
  if (!hasAggregationRules(streamAggrConfig)) return noFiles;
  const text = streamAggregationFile(streamAggrConfig, workload.namespace, "spec.streamAggrConfig", context, notOfStorage);
  return configFiles(workload, streamAggregationPlace, { [aggregationFileName]: text });
}

/** Names and descriptions of what users may refer to. */
export const outputs = {
  serviceName: "Name of the Service.",
  url: "Address of the database in the cluster, for queries.",
  remoteWriteUrl: "Address for writing by Prometheus's remote write protocol, for VMAgent's `remoteWrite`.",
  requiredRbac: requiredRbacOutput,
};

function addresses({ service, server }: Single, context: KindContext) {
  const url = serviceUrl(service, server, context);
  return { serviceName: service.metadata.name, url, remoteWriteUrl: `${url}/api/v1/write` };
}
