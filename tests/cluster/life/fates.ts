import type { Rollout, Pods as SaidPods } from "../../../provider/review/change-model";
import type { Fate, Fates, Pods } from "./life";
import { changedUids, goneFrom, type Snapshot } from "./observed";
import type { PodEvent } from "./pod-log";

const ordinalOf = (pod: string): number => Number(pod.slice(pod.lastIndexOf("-") + 1));

/** The fates of pods that a review foretells. */
export function foretold(rollouts: readonly Rollout[]): Fates {
  return withoutEmpty(
    rollouts.map(({ workload, restarts, starts, ends }) => {
      const [kind, , name] = workload.split("/");
      return [`${kind} ${name}`, { restarts: podsOf(restarts), starts: podsOf(starts), ends: podsOf(ends) }];
    }),
  );
}

const podsOf = (pods: SaidPods | undefined): Pods | undefined => pods && (pods.names?.map(ordinalOf) ?? pods.count ?? "all");

/**
 * The fates of pods between two snapshots, in the form of `expected`: `all` where that says so of a workload and it is true.
 *
 * @param events the pods that came and went in between, in their order
 */
export function observed(before: Snapshot, after: Snapshot, events: readonly PodEvent[], expected: Fates): Fates {
  const workloads = [...new Set([...Object.keys(before.pods), ...Object.keys(after.pods)])].sort();
  return withoutEmpty(
    workloads.map((workload) => {
      const fate = workload.startsWith("StatefulSet ") ? ordinals : numbers;
      return [workload, alike(fate(before.pods[workload] ?? {}, after.pods[workload] ?? {}, events), expected[workload], before, workload)];
    }),
  );
}

type PodUids = Readonly<Record<string, string>>;

/** Ordinals of the pods of a StatefulSet; those that restart in the order of their starts. */
function ordinals(before: PodUids, after: PodUids, events: readonly PodEvent[]): Fate {
  const started = events.flatMap(({ type, name }) => (type === "ADDED" ? [name] : []));
  const restarts = changedUids(before, after).toSorted((left, right) => started.lastIndexOf(left) - started.lastIndexOf(right));
  return {
    restarts: some(restarts.map(ordinalOf)),
    starts: some(goneFrom(after, before).map(ordinalOf)),
    ends: some(goneFrom(before, after).map(ordinalOf)),
  };
}

const some = (all: readonly number[]): readonly number[] | undefined => (all.length > 0 ? all : undefined);

/** Numbers of pods with names that nobody foresees: those that go and those that come in their place. */
function numbers(before: PodUids, after: PodUids): Fate {
  const [old, now] = [Object.values(before), Object.values(after)];
  const gone = old.filter((uid) => !now.includes(uid)).length;
  const come = now.filter((uid) => !old.includes(uid)).length;
  const restarts = Math.min(gone, come);
  return { restarts: restarts || undefined, starts: come - restarts || undefined, ends: gone - restarts || undefined };
}

/** A fate as the table writes it: `all` in place of a number, and pods that restart at the same time in any order. */
function alike(fate: Fate, expected: Fate = {}, before: Snapshot, workload: string): Fate {
  const all = Object.keys(before.pods[workload] ?? {}).length;
  const isAll = (pods: Pods | undefined, wanted: Pods | undefined): boolean =>
    wanted === "all" && (Array.isArray(pods) ? pods.length : pods) === all;
  const { restarts, starts, ends } = fate;
  return {
    restarts: isAll(restarts, expected.restarts) ? "all" : restarts,
    starts: expected.starts === "all" && starts ? "all" : starts,
    ends: isAll(ends, expected.ends) ? "all" : ends,
  };
}

/** Fates by workload, without those of workloads that nothing happens to. */
function withoutEmpty(all: readonly (readonly [string, Fate])[]): Fates {
  const entries = all.map(([workload, fate]) => [workload, Object.entries(fate).filter(([, pods]) => pods !== undefined)] as const);
  return Object.fromEntries(entries.filter(([, fate]) => fate.length > 0).map(([workload, fate]) => [workload, Object.fromEntries(fate)]));
}

/** The fates of the workloads of one life. */
export const fatesOf = (name: string, fates: Fates): Fates =>
  Object.fromEntries(Object.entries(fates).filter(([workload]) => workload.split(/[ -]/).includes(name)));
