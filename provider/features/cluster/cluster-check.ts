import type { Context } from "../../context";
import { checkHorizontalPodAutoscaler } from "../../kubernetes/horizontal-pod-autoscaler";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkPreStopSleep } from "../../workload/container";
import { checkSwitches } from "../../workload/http-server";
import { checkImage } from "../../workload/image-check";
import { checkLicense } from "../../workload/license";
import { checkListedVolumes, checkSecretNames } from "../../workload/volumes";
import type { PartSpec } from "./cluster-fields";
import { type AnyCluster, type Part, partsOf, pathOf } from "./cluster-model";
import { checkServices } from "./cluster-services-check";
import { rolloutOf } from "./cluster-stateful";

/** Reports what is wrong with the parts of any cluster. `givenStorage` is the spec of the storage nodes as the user has it. */
export function checkCluster(cluster: AnyCluster, givenStorage: PartSpec | undefined, context: Context): void {
  for (const part of partsOf(cluster)) checkPart(part, context);
  checkServices(cluster, context);
  checkStorage(cluster, givenStorage, context);
  checkLicenses(cluster, context);
}

function checkPart({ workload }: Part, context: Context): void {
  const { spec, path } = workload;
  checkSwitches(workload, context);
  checkPreStopSleep(workload, context);
  checkListedVolumes(workload, context);
  checkImage(workload, context);
  checkHorizontalPodAutoscaler(spec.hpa, `${path}.hpa`, context);
  checkVerticalPodAutoscaler(spec.vpa, `${path}.vpa`, context);
  if (spec.rollingUpdateStrategy || spec.rollingUpdateStrategyBehavior) checkRollout(workload, rolloutOf(spec), context);
}

function checkStorage({ family, storage }: AnyCluster, given: PartSpec | undefined, context: Context): void {
  if (!storage || !given) return;
  checkPreStopSleep({ ...storage.workload, spec: given }, context);
  if (!given.hpa?.behaviour?.scaleDown) return;
  context.report.error(
    `${pathOf(family, "storage")}.hpa.behaviour.scaleDown`,
    "is not allowed, since removing a storage node loses its data: leave it out",
  );
}

function checkLicenses({ resource: { spec } }: AnyCluster, context: Context): void {
  const licenses = { "spec.license": spec.license, "spec.requestsLoadBalancer.spec.license": spec.requestsLoadBalancer?.spec?.license };
  for (const [path, license] of Object.entries(licenses)) {
    checkLicense(license, path, context);
    checkSecretNames({ [`${path}.keyRef`]: license?.keyRef }, context.report);
  }
}
