import type { z } from "zod";
import type { Context } from "../context";
import type { DerivedObject } from "../derived";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import type { Plain } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";
import type { vpa } from "./vertical-pod-autoscaler-fields";

type VerticalPodAutoscaler = Plain<z.output<typeof vpa>>;

/** The VerticalPodAutoscaler of a workload that becomes a Deployment, a StatefulSet … of its name. */
export function verticalPodAutoscalers(workload: Workload, vpa: VerticalPodAutoscaler | undefined, targetKind: string): DerivedObject[] {
  if (!vpa) return [];
  const { updatePolicy, resourcePolicy, recommenders } = vpa;
  const metadata = metadataOf(workload);
  const spec = {
    targetRef: { apiVersion: "apps/v1", kind: targetKind, name: metadata.name },
    updatePolicy,
    resourcePolicy: resourcePolicy && { ...resourcePolicy, containerPolicies: resourcePolicy.containerPolicies?.map(withCanonicalAmounts) },
    recommenders,
  };
  return [
    { role: "vertical-pod-autoscaler", manifest: { apiVersion: "autoscaling.k8s.io/v1", kind: "VerticalPodAutoscaler", metadata, spec } },
  ];
}

type ContainerPolicy = NonNullable<NonNullable<VerticalPodAutoscaler["resourcePolicy"]>["containerPolicies"]>[number];

const withCanonicalAmounts = (policy: ContainerPolicy): ContainerPolicy => ({
  ...policy,
  minAllowed: withCanonicalQuantities("{}quantity", policy.minAllowed),
  maxAllowed: withCanonicalQuantities("{}quantity", policy.maxAllowed),
});

/** Reports what an autoscaler cannot do without. `path` is the field with the autoscaler. */
export function checkVerticalPodAutoscaler(vpa: VerticalPodAutoscaler | undefined, path: string, { report }: Context): void {
  if (!vpa) return;
  if (!vpa.updatePolicy?.updateMode)
    report.error(`${path}.updatePolicy.updateMode`, "is required: expected Off, Initial, Recreate, InPlaceOrRecreate or Auto");
  if (!vpa.resourcePolicy?.containerPolicies?.length)
    report.error(`${path}.resourcePolicy.containerPolicies`, "is required: expected at least one policy");
}
