import type { types } from "@pulumi/kubernetes";
import type { z } from "zod";
import type { Context } from "../context";
import type { DerivedObject } from "../derived";
import { knownNumber } from "../lifecycle";
import { integer, list, object } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import type { HorizontalPodAutoscalerSpec, Plain } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

export const hpa = object(
  "EmbeddedHPA",
  "A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied.",
  {
    minReplicas: integer("Minimum number of pods. Default of Kubernetes 1; more than `maxReplicas` is an error."),
    maxReplicas: integer("Maximum number of pods."),
    metrics: list(
      "Metrics that determine the number of pods, CPU use for example.",
      kubernetes<types.input.autoscaling.v2.MetricSpec>("autoscaling/v2:MetricSpec", "A metric and its target."),
    ),
    behaviour: kubernetes<types.input.autoscaling.v2.HorizontalPodAutoscalerBehavior>(
      "autoscaling/v2:HorizontalPodAutoscalerBehavior",
      "Speed of adding and removing pods. Storage nodes can only be added.",
    ),
  },
);

export type HorizontalPodAutoscaler = Plain<z.output<typeof hpa>>;

/** The HorizontalPodAutoscaler of a workload that becomes a Deployment or a StatefulSet of its name. */
export function horizontalPodAutoscalers(
  workload: Workload,
  hpa: HorizontalPodAutoscaler | undefined,
  targetKind: string,
): DerivedObject[] {
  if (!hpa) return [];
  const { minReplicas, maxReplicas = 0, metrics, behaviour } = hpa;
  const metadata = metadataOf(workload);
  const spec: HorizontalPodAutoscalerSpec = {
    scaleTargetRef: { apiVersion: "apps/v1", kind: targetKind, name: metadata.name },
    ...(minReplicas !== undefined && { minReplicas }),
    maxReplicas,
    ...(metrics?.length && { metrics: withCanonicalQuantities("[]autoscaling/v2:MetricSpec", metrics) }),
    ...(behaviour && { behavior: behaviour }),
  };
  const manifest = { apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler", metadata, spec };
  return [{ role: "horizontal-pod-autoscaler", manifest }];
}

/**
 * A Deployment or StatefulSet whose number of pods belongs to an autoscaler, if given: it is set once and then left unchanged. A repeated
 * `kubectl apply` of the manifest resets the number, so it is at least the autoscaler's minimum.
 */
export function scaled(object: DerivedObject, hpa: HorizontalPodAutoscaler | undefined, { values }: Context): DerivedObject {
  if (!hpa) return object;
  const { manifest, ignoreChanges = [] } = object;
  const spec = manifest.spec as { readonly replicas?: number | string };
  const replicas = [spec.replicas ?? 1, hpa.minReplicas ?? 1].reduce((most, number) => {
    const [known, other] = [knownNumber(most, values), knownNumber(number, values)];
    // None at all means that it is stopped, and an autoscaler leaves it so.
    return known && other !== undefined && other > known ? number : most;
  });
  return { ...object, manifest: { ...manifest, spec: { ...spec, replicas } }, ignoreChanges: [...ignoreChanges, "spec.replicas"] };
}

/** Reports bounds that Kubernetes would refuse. `path` is the field with the autoscaler. */
export function checkHorizontalPodAutoscaler(hpa: HorizontalPodAutoscaler | undefined, path: string, { values, report }: Context): void {
  if (!hpa) return;
  const number = (value: string | number | undefined): number | undefined =>
    value === undefined ? undefined : values.check(String(value), (known) => Number(known));
  const [least, most] = [number(hpa.minReplicas), number(hpa.maxReplicas)];
  if (hpa.maxReplicas === undefined) report.error(`${path}.maxReplicas`, "is required: expected the largest number of pods");
  if (least !== undefined && most !== undefined && least > most) {
    report.error(`${path}.minReplicas`, `${least} is more than maxReplicas ${most}`);
  }
}
