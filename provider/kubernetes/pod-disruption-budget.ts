import type { z } from "zod";
import type { DerivedObject } from "../derived";
import { integerOrString, item, map, object, word } from "../schema/fields";
import { isFilled, type Labels } from "../workload/labels";
import type { Plain, PodDisruptionBudgetSpec } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

export const podDisruptionBudget = object(
  "EmbeddedPodDisruptionBudgetSpec",
  "Limit for missing pods while nodes are drained. An empty block makes a PodDisruptionBudget too.",
  {
    minAvailable: integerOrString(
      "Pods that must stay: a number or a share such as `50%`. Kubernetes refuses it next to `maxUnavailable`.",
      {
        example: "50%",
      },
    ),
    maxUnavailable: integerOrString(
      "Pods that may be missing: a number or a share such as `50%`. Kubernetes refuses it next to `minAvailable`.",
      {
        example: 1,
      },
    ),
    selectorLabels: map("Labels of the counted pods. Default: the labels of the component's pods.", item),
    unhealthyPodEvictionPolicy: word(
      "Whether pods that are not ready may be evicted: only within the budget (`IfHealthyBudget`, the default of Kubernetes) or always.",
      ["IfHealthyBudget", "AlwaysAllow"],
    ),
  },
);

type PodDisruptionBudget = Plain<z.output<typeof podDisruptionBudget>>;

/** The PodDisruptionBudget of a workload. `partLabels` distinguish its pods from those of other parts, unless the user gives a selector. */
export function podDisruptionBudgets(
  workload: Workload,
  budget: PodDisruptionBudget | undefined,
  partLabels: Labels = {},
): DerivedObject[] {
  if (!budget) return [];
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy, selectorLabels } = budget;
  const spec: PodDisruptionBudgetSpec = {
    ...(minAvailable !== undefined && { minAvailable }),
    ...(maxUnavailable !== undefined && { maxUnavailable }),
    ...(unhealthyPodEvictionPolicy && { unhealthyPodEvictionPolicy }),
    selector: { matchLabels: isFilled(selectorLabels) ? { ...selectorLabels, ...partLabels } : workload.selectorLabels },
  };
  const manifest = { apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: metadataOf(workload), spec };
  return [{ role: "pod-disruption-budget", manifest }];
}
