import { integerOrString, item, map, object, word } from "../schema/fields";

export const podDisruptionBudget = object(
  "EmbeddedPodDisruptionBudgetSpec",
  "How many pods may be missing while nodes are drained. An empty block makes a PodDisruptionBudget too.",
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
    selectorLabels: map("Labels of the pods that count. Default: the labels of the component's pods.", item),
    unhealthyPodEvictionPolicy: word(
      "Whether pods that are not ready may be evicted: only within the budget (`IfHealthyBudget`, the default of Kubernetes) or always.",
      ["IfHealthyBudget", "AlwaysAllow"],
    ),
  },
);
