import type { Difference, Keys, ObjectChange, Pods, Rollout } from "./change-model";
import { partsOfKey, secretMark } from "./change-model";
import { comparableFields, comparableTemplate } from "./comparable-template";
import { differencesOf, flagShape, isMap, isSame, valueAt } from "./differences";

type Data = Readonly<Record<string, unknown>>;

/** Facts about a kind of workload. */
interface WorkloadKind {
  /** Its desired pods. */
  readonly pods: (name: string, spec: Data) => Pods;
  /** The replacement of pods after a change of the template. */
  readonly replaces: (name: string, now: Data, isScaled: boolean) => Replacement;
}

interface Replacement {
  readonly how: string;
  /** Whether a pod of this ordinal is replaced by itself. */
  readonly isReplaced: (ordinal: number) => boolean;
}

const never = (): boolean => false;
const always = (): boolean => true;

const workloadKinds: Readonly<Record<string, WorkloadKind>> = {
  StatefulSet: { pods: ordinalPods, replaces: replacesOrdinals },
  Deployment: { pods: (_, { replicas = 1 }) => ({ count: Number(replicas) }), replaces: replacesByRevision },
  DaemonSet: { pods: () => ({}), replaces: replacesOnNodes },
};

/** Whether an object is a workload. */
export const isWorkload = (key: string): boolean => partsOfKey(key).kind in workloadKinds;

/** The effects on the pods of a workload; undefined if it has none. */
export function rolloutOf(change: ObjectChange): Rollout | undefined {
  const { kind, name } = partsOfKey(change.key);
  const workload = workloadKinds[kind];
  if (!workload) return undefined;
  const [old, now] = [change.old, change.now].map((manifest) => (manifest?.spec ?? undefined) as Data | undefined);
  const podsOf = (spec: Data): Pods => (change.isScaled ? scaledPods(spec) : workload.pods(name, spec));
  const before = old && podsOf(old);
  const after = now && podsOf(now);
  const base = { workload: change.key, why: [] };
  if (!old || !now)
    return isNone(before) && isNone(after) ? undefined : { ...base, ...(before && { ends: before }), ...(after && { starts: after }) };
  const { stays, ends, starts } = changedPods(before as Pods, after as Pods);
  const scaling = { ...(!isNone(ends) && { ends }), ...(!isNone(starts) && { starts }) };
  if (change.isReplaced) {
    return {
      workload: change.key,
      ...scaling,
      ...restarting(stays, always, "the workload is deleted and recreated: all pods stop"),
      why: replacing(change),
    };
  }
  const why = templateDifferences(change);
  if (why.length === 0) return Object.keys(scaling).length > 0 ? { ...base, ...scaling, stays } : undefined;
  const { how, isReplaced } = workload.replaces(name, now, change.isScaled ?? false);
  return { workload: change.key, ...scaling, ...restarting(stays, isReplaced, how), why };
}

const isNone = (pods: Pods | undefined): boolean => pods === undefined || pods.count === 0;

/** The pods of an autoscaler's workload: their number is that of the cluster, but for a workload that is stopped, which it leaves so. */
const scaledPods = ({ replicas }: Data): Pods => (replicas === 0 ? { count: 0 } : { areScaled: true });

/** The changed fields of an object that prevent an update in place. */
function replacing({ old, now }: ObjectChange): Difference[] {
  const [before, after] = [old, now].map((manifest) => ({ ...(manifest?.spec as Data), template: undefined }));
  return differencesOf(comparableFields(before as Data), comparableFields(after as Data));
}

/** Changes of a pod template that its controller sees, without `spec` before them. */
export function templateDifferences({ key, old: was, now: is, hidden }: ObjectChange): Difference[] {
  const { kind } = partsOfKey(key);
  const [old, now] = [was, is].map((manifest) => (manifest?.spec ?? {}) as Data) as [Data, Data];
  const [before, after] = [old, now].map(({ template }) => comparableTemplate(kind, template));
  const seen = differencesOf(before, after).map((difference) => ({ ...difference, path: difference.path.replace(/^spec\./, "") }));
  const secret = hidden.filter(([first, second]) => first === "spec" && second === "template").map((keys) => hiddenDifference(keys, now));
  return [...seen, ...secret.filter(({ path }) => !seen.some((other) => other.path === path))];
}

/** A secret value of a template by the name of its container and its flag, which are no secret. */
function hiddenDifference(keys: Keys, now: Data): Difference {
  const inner = keys.slice(2);
  const steps = inner.map((key, index) => {
    if (typeof key !== "number") return index === 0 ? key : `.${key}`;
    const item = valueAt(now, ["template", ...inner.slice(0, index + 1)]);
    const flag = typeof item === "string" ? flagShape.exec(item)?.[1] : undefined;
    return `[${flag ?? (isMap(item) && typeof item.name === "string" ? item.name : key)}]`;
  });
  return { path: steps.join("").replace(/^spec\./, ""), old: secretMark, now: secretMark };
}

interface ChangedPods {
  readonly stays: Pods;
  readonly ends: Pods;
  readonly starts: Pods;
}

function changedPods(before: Pods, after: Pods): ChangedPods {
  if (before.names && after.names) {
    const [old, now] = [before.names, after.names];
    return {
      stays: named(old.filter((name) => now.includes(name))),
      ends: named(old.filter((name) => !now.includes(name))),
      starts: named(now.filter((name) => !old.includes(name))),
    };
  }
  const none: Pods = { count: 0 };
  if (after.count === 0) return { stays: none, ends: before, starts: none };
  if (before.count === 0) return { stays: none, ends: none, starts: after };
  if (before.count === undefined || after.count === undefined) return { stays: before, ends: none, starts: none };
  return {
    stays: { count: Math.min(before.count, after.count) },
    ends: { count: Math.max(before.count - after.count, 0) },
    starts: { count: Math.max(after.count - before.count, 0) },
  };
}

const named = (names: readonly string[]): Pods => ({ names, count: names.length });

/** The replaced ones among pods that exist before and after. */
function restarting(pods: Pods, isReplaced: Replacement["isReplaced"], how: string): Pick<Rollout, "restarts" | "stays" | "how" | "waits"> {
  if (pods.count === 0) return {};
  if (isReplaced === never) return { waits: how, stays: pods };
  if (!pods.names || isReplaced === always) return { restarts: pods, how };
  const restarts = pods.names.filter((name) => isReplaced(ordinalOf(name)));
  const stays = pods.names.filter((name) => !isReplaced(ordinalOf(name)));
  if (restarts.length === 0) return { waits: how, stays: pods };
  return { restarts: named(restarts.toReversed()), how, ...(stays.length > 0 && { stays: named(stays) }) };
}

const ordinalOf = (pod: string): number => Number(pod.slice(pod.lastIndexOf("-") + 1));

function ordinalPods(name: string, spec: Data): Pods {
  const { replicas = 1, ordinals } = spec;
  const start = isMap(ordinals) ? Number(ordinals.start ?? 0) : 0;
  return named(Array.from({ length: Number(replicas) }, (_, index) => `${name}-${start + index}`));
}

function replacesOrdinals(name: string, { updateStrategy, replicas = 1 }: Data): Replacement {
  const { type = "RollingUpdate", rollingUpdate } = strategyOf(updateStrategy);
  if (type === "OnDelete") return { how: byHand(`${name}-0`), isReplaced: never };
  const { partition = 0, maxUnavailable = 1 } = rollingUpdate;
  const most = absolute(maxUnavailable, Number(replicas), Math.ceil);
  const pace = most > 1 ? `up to ${most} at a time (one by one in a cluster without MaxUnavailableStatefulSet)` : "one by one";
  const rest = Number(partition) > 0 ? `, down to ordinal ${partition} (the partition)` : "";
  const isReplaced = Number(partition) > 0 ? (ordinal: number) => ordinal >= Number(partition) : (ordinal: number) => ordinal >= 0;
  return { how: `${pace}, from the last${rest}`, isReplaced };
}

function replacesByRevision(_: string, { strategy, replicas = 1, paused }: Data, isScaled: boolean): Replacement {
  if (paused === true) return { how: "the Deployment is paused: its pods stay as they are until it is resumed", isReplaced: never };
  const { type = "RollingUpdate", rollingUpdate } = strategyOf(strategy);
  if (type === "Recreate") return { how: "all stop, then new ones start (Recreate)", isReplaced: always };
  const { maxSurge = "25%", maxUnavailable = "25%" } = rollingUpdate;
  if (isScaled) return { how: `up to ${maxSurge} more and ${maxUnavailable} fewer of them meanwhile`, isReplaced: always };
  const more = absolute(maxSurge, Number(replicas), Math.ceil);
  const fewer = absolute(maxUnavailable, Number(replicas), Math.floor) || (more === 0 ? 1 : 0);
  const first = more > 0 ? `new ones first, ${more} at a time` : `${fewer} at a time`;
  return { how: `${first}; ${fewer === 0 ? "none is missing meanwhile" : `up to ${fewer} missing meanwhile`}`, isReplaced: always };
}

function replacesOnNodes(name: string, { updateStrategy }: Data): Replacement {
  const { type = "RollingUpdate", rollingUpdate } = strategyOf(updateStrategy);
  if (type === "OnDelete") return { how: byHand(`the pods of ${name}`), isReplaced: never };
  const { maxUnavailable = 1, maxSurge = 0 } = rollingUpdate;
  const isSurging = !isSame(maxSurge, 0) && !isSame(maxSurge, "0%");
  return {
    how: isSurging ? `on ${maxSurge} of the nodes at a time, the new pod first` : `on ${maxUnavailable} of the nodes at a time`,
    isReplaced: always,
  };
}

const byHand = (pod: string): string => `OnDelete: a pod restarts only when it is deleted (kubectl delete pod ${pod})`;

function strategyOf(strategy: unknown): { readonly type?: string; readonly rollingUpdate: Data } {
  const { type, rollingUpdate } = isMap(strategy) ? strategy : {};
  return { ...(typeof type === "string" && { type }), rollingUpdate: isMap(rollingUpdate) ? rollingUpdate : {} };
}

/** A number of pods, or a share of them. */
function absolute(value: unknown, replicas: number, round: (value: number) => number): number {
  const share = /^(\d+)%$/.exec(String(value))?.[1];
  return share === undefined ? Number(value) : round((Number(share) / 100) * replicas);
}
