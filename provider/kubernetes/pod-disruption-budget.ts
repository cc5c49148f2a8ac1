import type { z } from "zod";
import type { DerivedObject } from "../derived";
import { isFilled, type Labels } from "../workload/labels";
import type { Plain, PodDisruptionBudgetSpec } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";
import type { podDisruptionBudget } from "./pod-disruption-budget-fields";

type PodDisruptionBudget = Plain<z.output<typeof podDisruptionBudget>>;

/** The PodDisruptionBudget of a workload. `partLabels` tell its pods from those of other parts, where the user's selector does not. */
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
