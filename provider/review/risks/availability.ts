import { titleOf } from "../change-model";
import type { Consequences } from "../consequences";
import { isMap, isSame, valueAt } from "../differences";
import {
  containersOf,
  type Data,
  formerNumber,
  gone,
  type Kept,
  kept,
  keptWorkloads,
  listAt,
  replicasOf,
  specOf,
  workloadGoes,
} from "./facts";
import type { Risk } from "./risk";

/** Risks for the availability of applications. */
export const availabilityRisks: readonly Risk[] = [
  {
    id: "no-pods",
    title: "No pods left",
    reason: "A workload is scaled to 0 pods: it neither collects, stores nor answers until it is scaled up.",
    safely: "Check that no other component writes to it or reads from it, and silence the alerts that notice.",
    find: (all) => scalings(all, (old, now) => old > 0 && now === 0),
  },
  {
    id: "single-pod",
    title: "A single pod left",
    reason: "Whenever this pod restarts or its node goes away, no other pod replaces it.",
    safely: "Keep two pods, or accept gaps during every update and every drain of a node.",
    find: (all) => scalings(all, (old, now) => old > 1 && now === 1),
  },
  {
    id: "all-pods-at-once",
    title: "All pods may stop at once",
    reason: "With this strategy an update stops all pods before new ones are ready.",
    safely: "Keep RollingUpdate with a maxUnavailable below the number of pods, unless the volume can only be mounted once.",
    find: (all) => keptWorkloads(all).flatMap(allAtOnce),
  },
  {
    id: "older-pods-restart",
    title: "Pods of older templates restart",
    reason:
      "Until now pods did not restart after a change. Now the cluster restarts them, and pods with an older template restart at once.",
    safely: "Delete the outdated pods one by one before the change, at a time of your choice.",
    find: (all) =>
      keptWorkloads(all).flatMap(({ key, old, now }) => {
        const [before, after] = [old, now].map((manifest) => (specOf(manifest).updateStrategy ?? {}) as Data);
        const partition = (strategy: Data | undefined): number => Number(valueAt(strategy, ["rollingUpdate", "partition"]) ?? 0);
        const waited = before?.type === "OnDelete" || partition(before) > partition(after) || specOf(old).paused === true;
        const waits = after?.type === "OnDelete" || specOf(now).paused === true;
        return waited && !waits ? [`${titleOf(key)}: pods that wait for a restart restart now`] : [];
      }),
  },
  {
    id: "disruptions-unlimited",
    title: "Disruption budget removed or loosened",
    reason: "Draining nodes may now stop more pods of the workload at once, or all of them.",
    safely: "Keep a budget that leaves enough pods: `maxUnavailable: 1`, say.",
    find: disruptions,
  },
  {
    id: "readiness-unchecked",
    title: "Readiness no longer checked",
    reason: "Pods get requests as soon as they start, and a broken one goes on getting them.",
    safely: "Keep a readiness probe.",
    find: (all) =>
      keptWorkloads(all).flatMap(({ key, old, now }) =>
        containersOf(old)
          .filter(
            (container) =>
              container.readinessProbe && containersOf(now).some(({ name, readinessProbe }) => name === container.name && !readinessProbe),
          )
          .map(({ name }) => `${titleOf(key)}: container ${name} has no readiness probe any more`),
      ),
  },
  {
    id: "object-replaced",
    title: "Workload or Service replaced",
    reason: "An immutable field makes Pulumi delete and recreate the object: all pods stop, and a Service gets a new address.",
    safely:
      "Restore the old value if the change matters little. Otherwise move to a second resource, switch over, and delete the first one.",
    find: (all) =>
      kept(all, "StatefulSet", "Deployment", "DaemonSet", "Service", "Ingress")
        .filter(({ isReplaced }) => isReplaced)
        .map(({ key }) => `${titleOf(key)} is deleted and recreated`),
  },
  {
    id: "service-removed",
    title: "Service or port removed",
    reason: "Clients of this name or port get no answer any more.",
    safely: "Find the clients first, and move them over while both exist.",
    find: (all) => [
      ...gone(all, "Service", "Ingress")
        .filter(({ old }) => !workloadGoes(all, old))
        .map(({ key }) => `${titleOf(key)} is deleted`),
      ...kept(all, "Service").flatMap(portsRemoved),
    ],
  },
];

function scalings(all: Consequences, isRisk: (old: number, now: number) => boolean): string[] {
  return kept(all, "StatefulSet", "Deployment")
    .filter(({ old, now }) => isRisk(replicasOf(old), replicasOf(now)))
    .map((object) => `${titleOf(object.key)} goes from ${formerNumber(object)} to ${replicasOf(object.now)}`);
}

/** Changes to strategies that stop all pods. */
function allAtOnce({ key, old, now }: Kept): string[] {
  const [before, after] = [old, now].map((manifest) => (specOf(manifest).strategy ?? specOf(manifest).updateStrategy ?? {}) as Data);
  const title = titleOf(key);
  if (after?.type === "Recreate" && before?.type !== "Recreate") return [`${title}: the strategy is Recreate now`];
  const most = (strategy: Data | undefined): unknown => valueAt(strategy, ["rollingUpdate", "maxUnavailable"]);
  const isAll = (value: unknown, replicas: number): boolean =>
    value === "100%" || (typeof value === "number" && value >= Math.max(replicas, 2));
  const [was, is] = [most(before), most(after)];
  const isRisk = isAll(is, replicasOf(now)) && !isAll(was, replicasOf(old));
  return isRisk && !isSame(was, is) ? [`${title}: maxUnavailable ${was ?? "not set"} → ${is}`] : [];
}

function disruptions(all: Consequences): string[] {
  const removed = gone(all, "PodDisruptionBudget").filter(({ old }) => !workloadGoes(all, old));
  const loosened = kept(all, "PodDisruptionBudget").flatMap(({ key, old, now }) => {
    const [before, after] = [specOf(old), specOf(now)];
    const fields = (["maxUnavailable", "minAvailable"] as const).filter((field) => {
      const [was, is] = [before[field], after[field]].map((value) => Number.parseInt(String(value), 10));
      if (was === undefined || is === undefined || Number.isNaN(was) || Number.isNaN(is)) return false;
      return field === "maxUnavailable" ? is > was : is < was;
    });
    return fields.map((field) => `${titleOf(key)}: ${field} ${before[field]} → ${after[field]}`);
  });
  return [...removed.map(({ key }) => `${titleOf(key)} is deleted`), ...loosened];
}

function portsRemoved({ key, old, now, isReplaced }: Kept): string[] {
  if (isReplaced) return [];
  const ports = (data: unknown): string[] => listAt(data, "ports").map(({ port, protocol = "TCP" }) => `${port}/${protocol}`);
  const after = ports(specOf(now));
  const removed = ports(specOf(old)).filter((port) => !after.includes(port));
  return isMap(specOf(old)) && removed.length > 0 ? [`${titleOf(key)} no longer has the port ${removed.join(", ")}`] : [];
}
