import type { DerivedObject } from "../derived";
import type { DaemonSetSpec, DaemonSetUpdateStrategy, PodTemplateSpec } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

/** The DaemonSet of a workload. Missing fields are left to the API server. */
export function daemonSet(workload: Workload, { type, rollingUpdate }: DaemonSetUpdateStrategy, template: PodTemplateSpec): DerivedObject {
  const { minReadySeconds, revisionHistoryLimitCount } = workload.spec;
  const spec: DaemonSetSpec = {
    ...(minReadySeconds && { minReadySeconds }),
    ...(revisionHistoryLimitCount !== undefined && { revisionHistoryLimit: revisionHistoryLimitCount }),
    selector: { matchLabels: workload.selectorLabels },
    updateStrategy: { type: type || "RollingUpdate", ...(rollingUpdate && { rollingUpdate }) },
    template: { ...template, spec: withoutIds(workload, template.spec) },
  };
  return { role: "daemon-set", manifest: { apiVersion: "apps/v1", kind: "DaemonSet", metadata: metadataOf(workload), spec } };
}

/** Strict security sets the ids of a pod on each node in its containers only: the pod may need to read files of others there. */
function withoutIds({ spec }: Workload, pod: PodTemplateSpec["spec"]): PodTemplateSpec["spec"] {
  if (!pod?.securityContext || spec.securityContext) return pod;
  const { runAsUser: _, runAsGroup: __, runAsNonRoot: ___, ...securityContext } = pod.securityContext;
  return { ...pod, securityContext };
}
