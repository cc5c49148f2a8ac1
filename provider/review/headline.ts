import { type Pods, type Rollout, titleOf } from "./change-model";
import type { Review } from "./findings";
import { targetCounts } from "./target-entries";
import { counted, listed } from "./words";

/** A summary of a review in a few sentences. */
export function headlineOf({
  risks,
  rollouts,
  reloads,
  objects,
  targets,
}: Pick<Review, "risks" | "rollouts" | "reloads" | "objects" | "targets">): string {
  const existing = rollouts.filter(({ workload }) => !objects.created.includes(workload) && !objects.deleted.includes(workload));
  const { created, deleted, replaced } = objects;
  const sentences = [
    ...sentence("Restarts", existing, "restarts"),
    ...sentence("New pods", existing, "starts"),
    ...sentence("Pods that go", existing, "ends"),
    ...(reloads.length > 0 ? [`Reloads without a restart: ${listed(reloads.map(titleOf), 5)}.`] : []),
    ...(targets.length > 0 ? [`Targets: ${targetCounts(targets)}.`] : []),
    ...(replaced.length > 0 ? [`Deleted and recreated: ${listed(replaced.map(titleOf), 5)}.`] : []),
    ...(created.length > 0 ? [`Created: ${counted(created.length, "object")}.`] : []),
    ...(deleted.length > 0 ? [`Deleted: ${counted(deleted.length, "object")}.`] : []),
  ];
  const restart = existing.some(({ restarts }) => restarts) ? [] : ["No pod restarts."];
  const risk =
    risks.length > 0
      ? `${counted(risks.length, "risk")}: ${listed(
          risks.map(({ title }) => title.toLowerCase()),
          6,
        )}.`
      : "No risk found.";
  return [...restart, ...sentences, risk].join(" ");
}

function sentence(title: string, rollouts: readonly Rollout[], which: "restarts" | "starts" | "ends"): string[] {
  const found = rollouts.flatMap((rollout) => (rollout[which] ? [`${countOf(rollout[which])} of ${titleOf(rollout.workload)}`] : []));
  return found.length > 0 ? [`${title}: ${listed(found, 5)}.`] : [];
}

/** How many pods, in words. */
export function countOf({ count, areScaled }: Pods): string {
  if (count !== undefined) return counted(count, "pod");
  return areScaled ? "all its pods (their number is an autoscaler's)" : "the pods on all nodes";
}
