import type { DerivedObject } from "../derived";
import type { DaemonSetSpec, DaemonSetUpdateStrategy, PodTemplateSpec } from "../workload/plain";
import { podFieldsOf } from "../workload/pod";
import { metadataOf, type Workload } from "../workload/workload";

/** The DaemonSet of a workload. Missing fields are left to the API server. */
export function daemonSet(workload: Workload, strategy: DaemonSetUpdateStrategy | undefined, template: PodTemplateSpec): DerivedObject {
  const { minReadySeconds, revisionHistoryLimitCount } = workload.spec;
  const spec: DaemonSetSpec = {
    ...(minReadySeconds && { minReadySeconds }),
    ...(revisionHistoryLimitCount !== undefined && { revisionHistoryLimit: revisionHistoryLimitCount }),
    selector: { matchLabels: workload.selectorLabels },
    ...(strategy && { updateStrategy: withType(strategy) }),
    template: { ...template, spec: withoutIds(workload, template.spec) },
  };
  const manifest = { apiVersion: "apps/v1", kind: "DaemonSet", metadata: metadataOf(workload), spec };
  return { role: "daemon-set", manifest, podFields: podFieldsOf(workload, template) };
}

const withType = ({ type, rollingUpdate }: DaemonSetUpdateStrategy): DaemonSetUpdateStrategy => ({
  type: type || "RollingUpdate",
  ...(rollingUpdate && { rollingUpdate }),
});

/** Strict security sets the ids of a pod on each node in its containers only: the pod may need to read files of others there. */
function withoutIds({ spec }: Workload, pod: PodTemplateSpec["spec"]): PodTemplateSpec["spec"] {
  if (!pod?.securityContext || spec.securityContext) return pod;
  const { runAsUser: _, runAsGroup: __, runAsNonRoot: ___, ...securityContext } = pod.securityContext;
  return { ...pod, securityContext };
}
