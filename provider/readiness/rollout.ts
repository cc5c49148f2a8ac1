/** The parts of a workload that tell how far its update has come. */
export interface LiveRollout {
  readonly metadata: { readonly generation?: number };
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly updateStrategy?: { readonly type?: string; readonly rollingUpdate?: { readonly partition?: number } };
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly availableReplicas?: number;
    readonly updatedReplicas?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
  };
}

/** How far the update of a workload has come. */
export interface Rollout {
  readonly isComplete: boolean;
  /** The same for readers. */
  readonly text: string;
}

/** How many pods there are of the number wanted. */
interface Pods {
  readonly wanted: number;
  readonly ready: number;
  /** Undefined where pods are replaced by hand. */
  readonly updated?: number;
  /** Pods that need to be updated, if that is not all. */
  readonly toUpdate?: number;
  /** Pods of before that are still there. */
  readonly old?: number;
}

/** The pods of a workload by its status. The Kubernetes provider itself waits well for those of a DaemonSet. */
const pods: Readonly<Record<string, (live: LiveRollout) => Pods>> = {
  StatefulSet: podsOfStatefulSet,
  Deployment({ spec: { replicas: wanted = 1, paused = false } = {}, status = {} }) {
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
    if (paused) return { wanted: 0, ready: 0 };
    return { wanted, ready: availableReplicas, updated: updatedReplicas, old: Math.max(0, replicas - updatedReplicas) };
  },
};

function podsOfStatefulSet({ spec: { replicas: wanted = 1, updateStrategy } = {}, status = {} }: LiveRollout): Pods {
  const { readyReplicas: ready = 0, updatedReplicas = 0, updateRevision, currentRevision } = status;
  if (updateStrategy?.type === "OnDelete") return { wanted, ready };
  const isWhole = updateRevision === currentRevision;
  return { wanted, ready, updated: isWhole ? wanted : updatedReplicas, toUpdate: wanted - (updateStrategy?.rollingUpdate?.partition ?? 0) };
}

/** Whether the updates of a kind of workload are waited for. */
export const isAwaited = (kind: string): boolean => Object.hasOwn(pods, kind);

/**
 * How far a workload has come. Its controller notices a change a moment after the API server has it; until then the status is about the pods of
 * before.
 */
export function rolloutOf(kind: string, live: LiveRollout): Rollout {
  const { generation = 0 } = live.metadata;
  if ((live.status?.observedGeneration ?? 0) < generation) return { isComplete: false, text: "the cluster has not noticed the update yet" };
  const { wanted, ready, updated, toUpdate = wanted, old = 0 } = pods[kind]?.(live) ?? { wanted: 0, ready: 0 };
  const parts = [
    ...(updated === undefined ? [] : [`${updated} of ${wanted} pods are updated`]),
    `${ready} of ${wanted} are ready`,
    ...(old > 0 ? [`${old} of before are still there`] : []),
  ];
  return { isComplete: ready >= wanted && (updated ?? toUpdate) >= toUpdate && old === 0, text: parts.join(", ") };
}
