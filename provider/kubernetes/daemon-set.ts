import type { DerivedObject } from "../kind";
import type { DaemonSetSpec, DaemonSetUpdateStrategy, PodTemplateSpec } from "./plain";
import { metadataOf, type Workload } from "./workload";

/** The DaemonSet of a workload. What is not said is left to the API server. */
export function daemonSet(workload: Workload, { type, rollingUpdate }: DaemonSetUpdateStrategy, template: PodTemplateSpec): DerivedObject {
  const { minReadySeconds, revisionHistoryLimitCount } = workload.spec;
  const spec: DaemonSetSpec = {
    ...(minReadySeconds && { minReadySeconds }),
    ...(revisionHistoryLimitCount !== undefined && { revisionHistoryLimit: revisionHistoryLimitCount }),
    selector: { matchLabels: workload.selectorLabels },
    updateStrategy: { type: type || "RollingUpdate", ...(rollingUpdate && { rollingUpdate }) },
    template,
  };
  return { role: "daemon-set", manifest: { apiVersion: "apps/v1", kind: "DaemonSet", metadata: metadataOf(workload), spec } };
}
