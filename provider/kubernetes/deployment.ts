import type { types } from "@pulumi/kubernetes";
import type { DerivedObject } from "../derived";
import { structural, word } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import type { DeploymentSpec, DeploymentStrategy, PodTemplateSpec } from "../workload/plain";
import { podFieldsOf } from "../workload/pod";
import { metadataOf, type Workload } from "../workload/workload";

/** Replacement of a Deployment's pods. */
export const deploymentFields = {
  updateStrategy: structural(
    word("Replacement of the Deployment's pods: all at once (`Recreate`) or gradually. Default `RollingUpdate`.", [
      "Recreate",
      "RollingUpdate",
    ]),
  ),
  rollingUpdate: kubernetes<types.input.apps.v1.RollingUpdateDeployment>(
    "apps/v1:RollingUpdateDeployment",
    "Number of pods that may be missing or surplus during a replacement. Default 25% each. Only with `RollingUpdate`.",
  ),
};

/** The Deployment of a workload, with the API server's defaults. */
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
  const manifest = { apiVersion: "apps/v1", kind: "Deployment", metadata: metadataOf(workload), spec };
  return { role: "deployment", manifest, podFields: podFieldsOf(workload, template) };
}

function withStrategyDefaults({ type = "RollingUpdate", rollingUpdate }: DeploymentStrategy): DeploymentStrategy {
  if (type !== "RollingUpdate") return { type };
  return { type, rollingUpdate: { maxSurge: "25%", maxUnavailable: "25%", ...rollingUpdate } };
}
