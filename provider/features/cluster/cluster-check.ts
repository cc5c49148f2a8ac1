import type { Context } from "../../context";
import { checkHorizontalPodAutoscaler } from "../../kubernetes/horizontal-pod-autoscaler";
import { checkRollout } from "../../kubernetes/stateful-set";
import { checkVerticalPodAutoscaler } from "../../kubernetes/vertical-pod-autoscaler";
import { checkLicense } from "../../workload/license";
import { checkSecretNames } from "../../workload/volumes";
import { checkWorkload } from "../../workload/workload-check";
import { type AnyCluster, type Part, partsOf, pathOf } from "./cluster-model";
import { checkServices } from "./cluster-services-check";
import { rolloutOf } from "./cluster-stateful";

/** Reports problems of the parts of any cluster. */
export function checkCluster(cluster: AnyCluster, context: Context): void {
  for (const part of partsOf(cluster)) checkPart(part, context);
  checkServices(cluster, context);
  checkStorage(cluster, context);
  checkLicenses(cluster, context);
}

function checkPart({ workload }: Part, context: Context): void {
  const { spec, path } = workload;
  checkWorkload(workload, context);
  checkHorizontalPodAutoscaler(spec.hpa, `${path}.hpa`, context);
  checkVerticalPodAutoscaler(spec.vpa, `${path}.vpa`, context);
  if (spec.rollingUpdateStrategy || spec.rollingUpdateStrategyBehavior) checkRollout(workload, rolloutOf(spec), context);
}

function checkStorage({ family, storage }: AnyCluster, { report }: Context): void {
  if (!storage?.workload.spec.hpa?.behaviour?.scaleDown) return;
  report.error(
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
