import type { types } from "@pulumi/kubernetes";
import { integer, list, object } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";

export const hpa = object(
  "EmbeddedHPA",
  "A HorizontalPodAutoscaler for the workload. From then on it owns the number of replicas: later changes of `replicaCount` are not applied.",
  {
    minReplicas: integer("Fewest pods. Kubernetes takes 1 by default; more than `maxReplicas` is an error."),
    maxReplicas: integer("Most pods."),
    metrics: list(
      "What the number of pods is worked out from, CPU use for example.",
      kubernetes<types.input.autoscaling.v2.MetricSpec>("autoscaling/v2:MetricSpec", "A metric and its target."),
    ),
    behaviour: kubernetes<types.input.autoscaling.v2.HorizontalPodAutoscalerBehavior>(
      "autoscaling/v2:HorizontalPodAutoscalerBehavior",
      "How fast pods are added and taken away. Storage nodes may only grow.",
    ),
  },
);
