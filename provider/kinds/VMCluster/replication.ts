import { downsamplingFlags } from "../../features/downsampling";
import type { WorkloadSpec } from "../../features/workload-fields";
import { flag, flags } from "../../workload/command-line";
import type { Spec } from "./members";

/** The flags for deduplicating results in vmselect. */
export function selectReplicationFlags(cluster: Spec, part: WorkloadSpec): string[] {
  return [
    ...deduplicationFlags(cluster, part),
    ...(isReplicated(cluster) && !hasArgument(part, "replicationFactor") ? insertReplicationFlags(cluster) : []),
    ...downsamplingFlags(cluster.downsampling),
  ];
}

/** The flags for deduplicating stored samples in vmstorage. */
export function storageReplicationFlags(cluster: Spec, part: WorkloadSpec): string[] {
  return [...deduplicationFlags(cluster, part), ...downsamplingFlags(cluster.downsampling)];
}

/** The flag for replication in vminsert. */
export const insertReplicationFlags = ({ replicationFactor }: Spec): string[] => flags({ replicationFactor });

const isReplicated = ({ replicationFactor = 1 }: Spec): boolean => replicationFactor > 1;

/** The given interval; else, with replication, the shortest one, which removes only copies. */
function deduplicationFlags(cluster: Spec, part: WorkloadSpec): string[] {
  const interval = cluster.downsampling?.dedupInterval;
  if (interval) return [flag("dedup.minScrapeInterval", interval)];
  return isReplicated(cluster) && !hasArgument(part, "dedup.minScrapeInterval") ? [flag("dedup.minScrapeInterval", "1ms")] : [];
}

/** Whether an extra argument has these words in its name. */
const hasArgument = ({ extraArgs = {} }: WorkloadSpec, words: string): boolean =>
  Object.keys(extraArgs).some((name) => name.includes(words));
