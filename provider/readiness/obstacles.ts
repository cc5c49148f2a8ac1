import type { ContainerStatus, LiveEvent, LivePod, LiveWorkload, Termination } from "./live-objects";

/** One thing that keeps a pod from becoming ready. */
export interface Obstacle {
  /** The object that shows it: `Pod/name` or `PersistentVolumeClaim/name`, or the workload itself, which makes no pods. */
  readonly object: string;
  /** The container, where it concerns one. */
  readonly container?: string;
  /** Kubernetes' word for it, such as `ImagePullBackOff`; a row of the table of remedies. */
  readonly reason: string;
  /** Kubernetes' own account of it. */
  readonly detail?: string;
}

/** The obstacles to the pods of a workload. Pods that are ready have none. */
export function obstaclesOf(workload: LiveWorkload): Obstacle[] {
  const claims = obstaclesOfClaims(workload);
  const pods = workload.pods.flatMap((pod) => obstaclesOfPod(pod, workload));
  // The scheduler repeats that a claim has no volume.
  const others = claims.length > 0 ? pods.filter(({ detail = "" }) => !/unbound immediate PersistentVolumeClaim/i.test(detail)) : pods;
  return [...obstaclesToPods(workload), ...claims, ...others];
}

/** Reasons for which a workload gets no pods at all: a quota, an admission webhook. */
function obstaclesToPods({ kind, name, pods, events }: LiveWorkload): Obstacle[] {
  if (pods.length > 0) return [];
  const isOurs = ({ involvedObject = {} }: LiveEvent): boolean =>
    (involvedObject.kind === kind && involvedObject.name === name) ||
    (involvedObject.kind === "ReplicaSet" && (involvedObject.name?.startsWith(`${name}-`) ?? false));
  const refusal = latest(events.filter((event) => event.reason === "FailedCreate" && isOurs(event)));
  return [{ object: `${kind}/${name}`, reason: refusal ? "FailedCreate" : "NoPods", detail: refusal?.message }];
}

/** A claim that waits for its pod to be placed is no obstacle. */
const isWaiting = (event: LiveEvent | undefined): boolean => ["WaitForFirstConsumer", "WaitForPodScheduled"].includes(event?.reason ?? "");

/** Claims of the pods that no volume is bound to. */
function obstaclesOfClaims({ pods, claims, events }: LiveWorkload): Obstacle[] {
  const used = new Set(pods.filter(isUnready).flatMap(({ spec }) => claimsIn(spec)));
  return claims
    .filter(({ metadata, status }) => used.has(metadata.name) && status?.phase !== "Bound")
    .flatMap(({ metadata, spec, status }) => {
      const about = events.filter(
        ({ involvedObject }) => involvedObject?.kind === "PersistentVolumeClaim" && involvedObject.name === metadata.name,
      );
      const storageClass = spec?.storageClassName ? `storage class ${spec.storageClassName}` : "no storage class";
      const said = latest(about);
      if (isWaiting(said)) return [];
      const reason = status?.phase === "Lost" ? "ClaimLost" : "ClaimPending";
      return [
        { object: `PersistentVolumeClaim/${metadata.name}`, reason, detail: [storageClass, said?.message].filter(Boolean).join("; ") },
      ];
    });
}

const claimsIn = (spec: LivePod["spec"]): string[] =>
  (spec?.volumes ?? []).flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []);

const conditionOf = ({ status }: LivePod, type: string) => status?.conditions?.find((condition) => condition.type === type);

/** Whether a pod is not ready, or no longer. */
export const isUnready = (pod: LivePod): boolean =>
  pod.metadata.deletionTimestamp !== undefined || conditionOf(pod, "Ready")?.status !== "True";

function obstaclesOfPod(pod: LivePod, { events }: LiveWorkload): Obstacle[] {
  if (!isUnready(pod)) return [];
  const object = `Pod/${pod.metadata.name}`;
  const about = events.filter(
    ({ involvedObject = {} }) =>
      involvedObject.kind === "Pod" &&
      involvedObject.name === pod.metadata.name &&
      (pod.metadata.uid === undefined || involvedObject.uid === undefined || involvedObject.uid === pod.metadata.uid),
  );
  for (const find of searches) {
    const found = find(pod, about);
    if (found.length > 0) return found.map((obstacle) => ({ object, ...obstacle }));
  }
  return [];
}

type Found = Omit<Obstacle, "object">;

/** The searches for obstacles of one pod. The first one that finds any ends them: a pod without a node has no containers to look at. */
const searches: readonly ((pod: LivePod, events: readonly LiveEvent[]) => readonly Found[])[] = [
  terminating,
  failedPod,
  unscheduled,
  unpulledImages,
  stoppedContainers,
  preparation,
  probes,
  otherConditions,
];

function terminating({ metadata, spec }: LivePod): Found[] {
  if (metadata.deletionTimestamp === undefined) return [];
  return [{ reason: "Terminating", detail: spec?.nodeName ? `it is being deleted on node ${spec.nodeName}` : "it is being deleted" }];
}

/** A pod that ended as a whole: evicted, or lost with its node. */
function failedPod({ status }: LivePod): Found[] {
  return status?.phase === "Failed" || status?.reason ? [{ reason: status.reason ?? "Failed", detail: status.message }] : [];
}

function unscheduled(pod: LivePod): Found[] {
  const condition = conditionOf(pod, "PodScheduled");
  if (pod.spec?.nodeName || (condition && condition.status === "True")) return [];
  return [{ reason: condition?.reason ?? "Unschedulable", detail: condition?.message }];
}

const unpulled = ["ImagePullBackOff", "ErrImagePull"];

/** Images that are not there. Between two attempts only events have the registry's answer. */
function unpulledImages({ status }: LivePod, events: readonly LiveEvent[]): Found[] {
  const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  const failures = events.filter(({ reason, message = "" }) => reason === "Failed" && message.startsWith("Failed to pull image"));
  return all.flatMap(({ name: container, image = "", state }) => {
    const { reason = "", message } = state?.waiting ?? {};
    if (!unpulled.includes(reason)) return [];
    const answer = latest(failures.filter((event) => event.message?.includes(`"${image}"`)));
    return [{ container, reason, detail: answer?.message ?? message }];
  });
}

/** Containers that do not run. An init container holds up all that follow, so theirs are looked at first. */
function stoppedContainers({ status }: LivePod): Found[] {
  const stopped = (statuses: readonly ContainerStatus[] = []) => statuses.flatMap(obstacleOfContainer);
  const first = stopped(status?.initContainerStatuses);
  return first.length > 0 ? first : stopped(status?.containerStatuses);
}

/** States of a container on its way. */
const onTheWay = ["ContainerCreating", "PodInitializing"];

function obstacleOfContainer({ name: container, ready, state = {}, lastState = {} }: ContainerStatus): Found[] {
  const { waiting, terminated } = state;
  const hasEndedWell = terminated?.exitCode === 0;
  if (ready || hasEndedWell) return [];
  const end = terminated ?? lastState.terminated;
  if (end && (terminated || waiting?.reason === "CrashLoopBackOff")) return [{ container, ...obstacleOfEnd(end) }];
  if (waiting && !onTheWay.includes(waiting.reason ?? ""))
    return [{ container, reason: waiting.reason ?? "Waiting", detail: waiting.message }];
  return [];
}

/** The last lines of a program are about its end. */
const keptLines = 3;

function obstacleOfEnd({ exitCode, signal, reason, message = "" }: Termination): Omit<Found, "container"> {
  const lines = message
    .trim()
    .split("\n")
    .slice(-keptLines)
    .map((line) => line.trim());
  const code = signal ? `signal ${signal}` : `exit code ${exitCode ?? "unknown"}`;
  return {
    reason: reason === "OOMKilled" ? "OOMKilled" : "CrashLoopBackOff",
    detail: [`it ended with ${code}`, ...lines.filter(Boolean)].join("; "),
  };
}

/** Events about what comes before containers run: their volumes, their network. */
const ofPreparation = ["FailedMount", "FailedAttachVolume", "FailedMapVolume", "FailedCreatePodSandBox", "NetworkNotReady"];

function preparation({ status }: LivePod, events: readonly LiveEvent[]): Found[] {
  const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
  const waits = all.filter(({ state }) => onTheWay.includes(state?.waiting?.reason ?? ""));
  if (all.length > 0 && waits.length === 0) return [];
  const event = latest(events.filter(({ reason = "" }) => ofPreparation.includes(reason)));
  if (event) return [{ reason: event.reason ?? "", detail: event.message }];
  const initial = status?.initContainerStatuses?.find(({ state }) => state?.running);
  if (initial) return [{ container: initial.name, reason: "Initializing", detail: "it still runs, and the others wait for its end" }];
  return [{ container: waits[0]?.name, reason: "ContainerCreating", detail: "it is still being created" }];
}

/** Containers that run without being ready. */
function probes({ status }: LivePod, events: readonly LiveEvent[]): Found[] {
  const unready = (status?.containerStatuses ?? []).filter(({ ready, state }) => !ready && state?.running);
  return unready.map(({ name: container }) => {
    const event = latest(events.filter(({ reason }) => reason === "Unhealthy"));
    return { container, reason: "Unhealthy", detail: event?.message ?? "it runs, and its readiness probe has not succeeded yet" };
  });
}

function otherConditions(pod: LivePod): Found[] {
  const { reason, message } = conditionOf(pod, "Ready") ?? {};
  return [{ reason: reason ?? "NotReady", detail: message }];
}

const timeOf = ({ lastTimestamp, eventTime }: LiveEvent): string => lastTimestamp ?? eventTime ?? "";

function latest(events: readonly LiveEvent[]): LiveEvent | undefined {
  return events.toSorted((left, right) => (timeOf(left) < timeOf(right) ? 1 : -1))[0];
}
