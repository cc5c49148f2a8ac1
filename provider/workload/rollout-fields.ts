import type { types } from "@pulumi/kubernetes";
import { integerOrString, list, object, structural, word } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";

/** How a Deployment replaces its pods. */
export const deploymentFields = {
  updateStrategy: structural(
    word("How pods of the Deployment are replaced: all at once (`Recreate`) or little by little. Default `RollingUpdate`.", [
      "Recreate",
      "RollingUpdate",
    ]),
  ),
  rollingUpdate: kubernetes<types.input.apps.v1.RollingUpdateDeployment>(
    "apps/v1:RollingUpdateDeployment",
    "How many pods of the Deployment may be missing or surplus while they are replaced. Default 25% each. Only with `RollingUpdate`.",
  ),
};

export const statefulRolloutBehavior = object(
  "StatefulSetUpdateStrategyBehavior",
  "How many pods of a StatefulSet may be replaced at once. Kubernetes heeds it with the feature gate `MaxUnavailableStatefulSet` alone.",
  {
    maxUnavailable: integerOrString(
      "Pods that may be missing: a number of at least 1, or a share from `1%` to `100%`. Anything else is an error; no effect with `OnDelete`.",
      {
        example: "50%",
      },
    ),
  },
);

/** Volume claims of a StatefulSet beside the derived one, and what becomes of them. */
export const statefulSetFields = {
  claimTemplates: list(
    "Further claims of each pod of the StatefulSet, taken as they stand. One that is called like a volume is an error.",
    kubernetes<types.input.core.v1.PersistentVolumeClaim>("core/v1:PersistentVolumeClaim", "A template for claims."),
  ),
  persistentVolumeClaimRetentionPolicy: kubernetes<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>(
    "apps/v1:StatefulSetPersistentVolumeClaimRetentionPolicy",
    "Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default.",
  ),
};
