import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, LiveObject } from "../cluster";

/** The pods of a workload: their UIDs by their names. */
type Pods = Readonly<Record<string, string>>;

/** Everything that lives on in a namespace. */
export interface Snapshot {
  /** Pods by the workload: `Kind name`. */
  readonly pods: Readonly<Record<string, Pods>>;
  /** UIDs of all other objects: `Kind name`. */
  readonly objects: Readonly<Record<string, string>>;
  /** UIDs of claims by their names. */
  readonly claims: Readonly<Record<string, string>>;
  /** Passwords by the name of their Secret. */
  readonly passwords: Readonly<Record<string, string>>;
}

/** Kinds of derived objects that a change may replace. */
const kinds = [
  "deployments",
  "statefulsets",
  "daemonsets",
  "services",
  "secrets",
  "configmaps",
  "serviceaccounts",
  "roles",
  "rolebindings",
  "horizontalpodautoscalers",
  "poddisruptionbudgets",
].join(",");

/** Waits until all workloads have the pods that they ask for, and no pod is on its way out. */
export async function settled(cluster: Cluster, namespace: string): Promise<Snapshot> {
  let last = "";
  let quiet = 0;
  for (let attempt = 0; attempt < 300; attempt++) {
    const all = cluster.objects("deployments,statefulsets,daemonsets,horizontalpodautoscalers,pods", namespace);
    const pods = all.filter(({ kind }) => kind === "Pod");
    const autoscalers = all.filter(({ kind }) => kind === "HorizontalPodAutoscaler");
    const workloads = all.filter((object) => !pods.includes(object) && !autoscalers.includes(object));
    const isRunning = pods.every(({ metadata, status }) => !("deletionTimestamp" in metadata) && status?.phase === "Running");
    const isScaled = autoscalers.every(({ spec, status }) => status?.currentReplicas >= spec.minReplicas);
    const now = JSON.stringify(pods.map(({ metadata }) => metadata.uid).sort());
    quiet = workloads.every(isRolledOut) && isScaled && isRunning && now === last ? quiet + 1 : 0;
    last = now;
    if (quiet >= 3) return snapshot(cluster, namespace, pods);
    await sleep(200);
  }
  throw new Error("the workloads do not come to rest");
}

/** Whether a workload has seen its last change and has the pods that it asks for. */
function isRolledOut({ kind, metadata, spec, status }: LiveObject): boolean {
  if (status?.observedGeneration !== metadata.generation) return false;
  if (kind === "DaemonSet") return status?.updatedNumberScheduled === status?.desiredNumberScheduled;
  const { updateStrategy: { type, rollingUpdate } = { type: "" }, paused, replicas } = spec;
  if (paused) return true; // a Deployment that is made so has no pods
  const waits = type === "OnDelete" || rollingUpdate?.partition > 0;
  return (status?.replicas ?? 0) === replicas && (waits || replicas === 0 || status?.updatedReplicas === replicas);
}

function snapshot(cluster: Cluster, namespace: string, pods: readonly LiveObject[]): Snapshot {
  const objects = cluster.objects(kinds, namespace);
  const claims = cluster.objects("persistentvolumeclaims", namespace);
  const secrets = objects.filter(({ kind, data }) => kind === "Secret" && data?.password !== undefined);
  return {
    pods: byWorkload(pods),
    objects: Object.fromEntries(objects.map(({ kind, metadata }) => [`${kind} ${metadata.name}`, metadata.uid])),
    claims: Object.fromEntries(claims.map(({ metadata }) => [metadata.name, metadata.uid])),
    passwords: Object.fromEntries(secrets.map(({ metadata, data }) => [metadata.name, data?.password ?? ""])),
  };
}

function byWorkload(pods: readonly LiveObject[]): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const { metadata } of pods) {
    const workload = workloadOf(metadata);
    found[workload] = { ...found[workload], [metadata.name]: metadata.uid };
  }
  return found;
}

/** The workload of a pod: `Kind name`. A ReplicaSet is called after its Deployment and the hash of the template. */
function workloadOf({ ownerReferences: [owner] = [], labels = {} }: LiveObject["metadata"]): string {
  if (owner?.kind !== "ReplicaSet") return `${owner?.kind} ${owner?.name}`;
  return `Deployment ${owner.name.slice(0, -`-${labels["pod-template-hash"]}`.length)}`;
}

/** The names whose UIDs are others now. */
export const changedUids = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] =>
  Object.keys(before)
    .filter((name) => after[name] !== undefined && after[name] !== before[name])
    .sort();

/** The names that are gone. */
export const goneFrom = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] =>
  Object.keys(before)
    .filter((name) => after[name] === undefined)
    .sort();
