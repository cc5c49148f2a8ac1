import type { Context } from "../../context";
import { checkBackup } from "../../features/backup";
import { checkDownsampling } from "../../features/downsampling";
import { checkRetentionFilters } from "../../features/retention-filters";
import { checkHorizontalPodAutoscaler } from "../../kubernetes/horizontal-pod-autoscaler";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkPreStopSleep } from "../../workload/container";
import { checkSwitches } from "../../workload/http-server";
import { checkLicense } from "../../workload/license";
import { checkListedVolumes, checkSecretNames } from "../../workload/volumes";
import type { CustomResource } from "../../world/objects";
import { checkDiscovery } from "./discovery-check";
import { type AnyPart, type Cluster, clusterOf, partsOf } from "./model";
import type { VMClusterSpec } from "./schema";
import { checkServices } from "./services-check";
import { rolloutOf } from "./stateful";
import { checkStorageNodes } from "./storage-nodes-check";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMClusterSpec>, context: Context): void {
  const cluster = clusterOf(resource, context);
  for (const part of partsOf(cluster)) checkPart(part, context);
  checkServices(cluster, context);
  checkStorage(cluster, context);
  checkDiscovery(cluster, context);
  checkStorageNodes(cluster, context);
  checkLicenses(cluster, context);
  const { downsampling, license } = cluster.resource.spec;
  checkDownsampling(downsampling, license, context);
}

function checkPart({ workload }: AnyPart, context: Context): void {
  const { spec, path } = workload;
  checkSwitches(workload, context);
  checkPreStopSleep(workload, context);
  checkListedVolumes(workload, context);
  checkHorizontalPodAutoscaler(spec.hpa, `${path}.hpa`, context);
  if ("vpa" in spec) checkVerticalPodAutoscaler(spec.vpa, `${path}.vpa`, context);
  if ("rollingUpdateStrategy" in spec || "rollingUpdateStrategyBehavior" in spec) checkRollout(workload, rolloutOf(spec), context);
}

function checkStorage({ vmstorage, resource }: Cluster, context: Context): void {
  if (!vmstorage) return;
  const { workload } = vmstorage;
  const { vmBackup, retentionFilters, hpa } = workload.spec;
  const { vmstorage: given = {}, retentionPeriod, license } = resource.spec;
  checkPreStopSleep({ ...workload, spec: given }, context);
  checkBackup(workload, vmBackup, context);
  checkSecretNames({ "spec.vmstorage.vmBackup.credentialsSecret": vmBackup?.credentialsSecret }, context.report);
  checkRetentionFilters(retentionFilters, "spec.vmstorage.retentionFilters", retentionPeriod, license, context);
  if (!hpa?.behaviour?.scaleDown) return;
  context.report.error(
    "spec.vmstorage.hpa.behaviour.scaleDown",
    "is not allowed, since removing a storage node loses its samples: leave it out",
  );
}

function checkLicenses({ resource: { spec } }: Cluster, context: Context): void {
  const licenses = { "spec.license": spec.license, "spec.requestsLoadBalancer.spec.license": spec.requestsLoadBalancer?.spec?.license };
  for (const [path, license] of Object.entries(licenses)) {
    checkLicense(license, path, context);
    checkSecretNames({ [`${path}.keyRef`]: license?.keyRef }, context.report);
  }
}
