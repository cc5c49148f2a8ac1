import type { types } from "@pulumi/kubernetes";
import type { DerivedObject } from "../derived";
import { structural, word } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import type { DeploymentSpec, DeploymentStrategy, PodTemplateSpec } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

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

/** The Deployment of a workload, with what the API server would fill in. */
export function deployment(workload: Workload, strategy: DeploymentStrategy, template: PodTemplateSpec): DerivedObject {
  const { replicaCount = 1, minReadySeconds, revisionHistoryLimitCount = 10 } = workload.spec;
  const spec: DeploymentSpec = {
    replicas: replicaCount,
    ...(minReadySeconds && { minReadySeconds }),
    revisionHistoryLimit: revisionHistoryLimitCount,
    progressDeadlineSeconds: 600,
    selector: { matchLabels: workload.selectorLabels },
    strategy: withStrategyDefaults(strategy),
    template,
  };
  return { role: "deployment", manifest: { apiVersion: "apps/v1", kind: "Deployment", metadata: metadataOf(workload), spec } };
}

function withStrategyDefaults({ type = "RollingUpdate", rollingUpdate }: DeploymentStrategy): DeploymentStrategy {
  if (type !== "RollingUpdate") return { type };
  return { type, rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%", ...rollingUpdate } };
}
