import { checkRelabelRules, ofFile } from "../../config/relabeling-check";
import type { Context } from "../../context";
import { checkBackup } from "../../features/backup";
import { checkDownsampling } from "../../features/downsampling";
import { checkRetentionFilters, checkRetentions } from "../../features/retention-filters";
import { checkAggregation, notOfStorage } from "../../features/stream-aggregation";
import { checkServiceName } from "../../kubernetes/service";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkScrapeClasses } from "../../scraping/scrape-class-check";
import { checkScraping } from "../../scraping/scraper-check";
import { checkLicense } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import type { Report } from "../../world/issues";
import type { CustomResource } from "../../world/objects";
import { type Spec, singleOf } from "./model";
import type { VMSingleSpec } from "./schema";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMSingleSpec>, context: Context): void {
  const { workload, scrapes } = singleOf(resource, context);
  const { spec } = workload;
  const { report } = context;
  checkServiceName(workload, context);
  checkWorkload(workload, context);
  checkVerticalPodAutoscaler(spec.vpa, "spec.vpa", context);
  if (scrapes) checkScraping(resource.spec, context);
  else checkScrapeClasses(spec.scrapeClasses, context);
  checkRelabeling(spec, context);
  checkReferences(spec, context);
  checkStorage(spec, report);
  checkLicense(spec.license, "spec.license", context);
  checkBackup(workload, spec.vmBackup, context);
  checkDownsampling(spec.downsampling, spec.license, context);
  checkRetentions(spec.retentionPeriod, spec.extraArgs, "spec", context);
  checkRetentionFilters(spec.retentionFilters, "spec.retentionFilters", spec.retentionPeriod, spec.license, context);
}

function checkRelabeling({ inlineRelabelConfig, streamAggrConfig }: Spec, context: Context): void {
  checkRelabelRules(inlineRelabelConfig, "spec.inlineRelabelConfig", context, ofFile);
  checkAggregation(streamAggrConfig, "spec.streamAggrConfig", context, notOfStorage);
}

function checkReferences({ license, vmBackup, configReloadAuthKeySecret }: Spec, { report }: Context): void {
  checkSecretNames(
    {
      "spec.license.keyRef": license?.keyRef,
      "spec.vmBackup.credentialsSecret": vmBackup?.credentialsSecret,
      "spec.configReloadAuthKeySecret": configReloadAuthKeySecret,
    },
    report,
  );
}

/** With a path of the user's own the data's volume is the user's too. */
function checkStorage({ storage, storageDataPath, volumes = [], volumeMounts = [], vmBackup }: Spec, report: Report): void {
  if (!storageDataPath) return;
  const hasDataVolume = volumes.some(({ name }) => name === "data");
  if (storage) report.warning("spec.storage", "has no effect next to storageDataPath: give the claim in volumes");
  if (volumes.length === 0) report.error("spec.volumes", "must have at least one volume for storageDataPath");
  else if (vmBackup && !hasDataVolume)
    report.error("spec.volumes", 'must have a volume called "data" for storageDataPath: backups are made of it');
  else if (volumeMounts.length === 0 && !hasDataVolume) {
    report.error("spec.volumeMounts", 'must have at least one mount for storageDataPath, unless a volume is called "data"');
  }
}
