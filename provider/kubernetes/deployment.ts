import type { DerivedObject } from "../derived";
import type { DeploymentSpec, DeploymentStrategy, PodTemplateSpec } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

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
