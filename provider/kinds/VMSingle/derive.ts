import type { Derivation } from "../../derived";
import { hasRelabeling, relabelingFile, relabelingPlace } from "../../features/relabeling";
import { scrapeFiles } from "../../features/scrape-files";
import { hasAggregationRules, notOfStorage, streamAggregationFile, streamAggregationPlace } from "../../features/stream-aggregation";
import { type ConfigFiles, configFiles, noFiles } from "../../kubernetes/config-map";
import { deployment } from "../../kubernetes/deployment";
import { networkPolicies } from "../../kubernetes/network-policy";
import { persistentVolumeClaim } from "../../kubernetes/persistent-volume-claim";
import { requiredRbac, scrapingPermissions } from "../../kubernetes/rbac";
import { additionalServices } from "../../kubernetes/service";
import { hasOwnAccount, serviceAccounts } from "../../kubernetes/service-account";
import { verticalPodAutoscalers } from "../../kubernetes/vertical-pod-autoscaler";
import { scrapeConfiguration } from "../../scraping/scrape-configuration";
import { withCommonMetadata } from "../../workload/labels";
import type { CustomResource } from "../../world/objects";
import type { KindContext } from "../kind";
import { aggregationFileName, relabelingFileName, scrapePlace } from "./flags";
import { type Single, singleOf } from "./model";
import { addresses } from "./outputs";
import { pods } from "./pods";
import type { VMSingleSpec } from "./schema";

/** The derivation of a VMSingle. */
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
