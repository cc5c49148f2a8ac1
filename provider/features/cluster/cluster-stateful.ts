import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { scaled } from "../../kubernetes/horizontal-pod-autoscaler";
import { type Rollout, statefulSet } from "../../kubernetes/stateful-set";
import type { Container, PodTemplateSpec } from "../../workload/plain";
import { spreadByOwnLabels } from "../../workload/pod";
import type { Workload } from "../../workload/workload";
import { type DataStorage, furtherClaims, type StatefulStorage } from "../stateful-storage";
import type { PartSpec } from "./cluster-fields";

/** The StatefulSet of a part that keeps data. Its pods get their names from the Service that is called like it. */
export function statefulPart(
  workload: Workload<PartSpec>,
  { claims }: DataStorage,
  template: PodTemplateSpec,
  context: Context,
): DerivedObject {
  const { claimTemplates, persistentVolumeClaimRetentionPolicy, hpa } = workload.spec;
  const settings = {
    ...rolloutOf(workload.spec),
    serviceName: workload.name,
    claims: [...claims, ...furtherClaims(claimTemplates)],
    persistentVolumeClaimRetentionPolicy,
  };
  return scaled(statefulSet(workload, settings, spreadByOwnLabels(template, workload.selectorLabels), context), hpa, context);
}

/** The strategy for replacing pods, with its fields. */
export const rolloutOf = ({ rollingUpdateStrategy, rollingUpdateStrategyBehavior }: PartSpec): Rollout => ({
  strategy: rollingUpdateStrategy,
  behavior: rollingUpdateStrategyBehavior,
  fields: { strategy: "rollingUpdateStrategy", behavior: "rollingUpdateStrategyBehavior" },
});

/** The name of the volume with the data, which is that of the template for its claims. */
export const dataVolumeName = (storage: StatefulStorage | undefined, byDefault: string): string =>
  storage?.volumeClaimTemplate?.metadata?.name || byDefault;

/** A main container as parts that keep data have it. */
export const withTerminationLog = (container: Container): Container => ({
  ...container,
  terminationMessagePath: "/dev/termination-log",
});
