import { asksForStorage } from "../../kubernetes/persistent-volume-claim";
import type { Values } from "../../values/values";
import { flag } from "../../workload/command-line";
import type { Agent, Spec } from "./model";

/** Default limit in bytes of each target's queue on disk. */
const defaultBudget = 1073741824;

/** How much may wait on disk for each target: one flag for all, or with a value for each as soon as one target has its own. */
export function diskBudgetFlags({ workload: { spec }, mode }: Agent, values: Values): string[] {
  const { remoteWrite, remoteWriteSettings } = spec;
  const given = remoteWriteSettings?.maxDiskUsagePerURL ?? defaultBudget;
  const isDefault = String(given) === String(defaultBudget);
  const budget = (isDefault && mode === "StatefulSet" && claimShare(spec, values)) || given;
  const hasOwn = remoteWrite.some(({ maxDiskUsage }) => maxDiskUsage !== undefined);
  const budgets = hasOwn ? remoteWrite.map(({ maxDiskUsage }) => maxDiskUsage ?? budget) : [budget];
  return [flag("remoteWrite.maxDiskUsagePerURL", budgets.join(","))];
}

/** Each target's part of the claim for the queue; undefined without a claim that has a size. */
function claimShare({ remoteWrite, statefulStorage }: Spec, values: Values): string | undefined {
  const claim = statefulStorage?.emptyDir ? undefined : statefulStorage?.volumeClaimTemplate?.spec;
  if (!asksForStorage(claim, values) || remoteWrite.length === 0) return undefined;
  return values.apply("partOfSize", String(claim?.resources?.requests?.storage), String(remoteWrite.length));
}
