import type { Context } from "../../context";
import type { Workload } from "../../workload/workload";
import { domainOf } from "./cluster-addresses";
import type { PartSpec } from "./cluster-fields";
import type { ClusterOf } from "./cluster-model";

/** Fields that leave storage nodes out of lists, by the part that has the list. */
export const maintained = { select: "maintenanceSelectNodeIDs", insert: "maintenanceInsertNodeIDs" } as const;

/** A part that has a list of storage nodes. */
export type ReaderName = keyof typeof maintained;

export const readerNames: readonly ReaderName[] = ["select", "insert"];

/** The spec of storage nodes that are in fixed lists. */
export type ListedSpec = PartSpec & { readonly [Field in (typeof maintained)[ReaderName]]?: readonly number[] };

type Cluster = ClusterOf<object, ListedSpec, PartSpec, PartSpec>;

/** The addresses of the cluster's own storage nodes in the list of a part. */
export function listedNodes({ storage, ...cluster }: Cluster, reader: ReaderName, port: string, context: Context): string[] {
  if (!storage) return [];
  const { workload } = storage;
  return podHosts(workload, listedReplicas(workload.spec, context))
    .filter((_, ordinal) => !workload.spec[maintained[reader]]?.includes(ordinal))
    .map((host) => nodeAddress(cluster, host, port, context));
}

/** The names of the pods of a StatefulSet, each behind the Service that has the StatefulSet's name. */
export const podHosts = ({ name }: Workload, replicas = 0): string[] =>
  Array.from({ length: replicas }, (_, ordinal) => `${name}-${ordinal}.${name}`);

export function nodeAddress(cluster: Pick<Cluster, "resource">, host: string, port: string, context: Context): string {
  const domain = domainOf(cluster, context);
  return `${host}.${cluster.resource.metadata.namespace}${domain && `.svc.${domain}`}:${port}`;
}

/** The number of storage nodes in fixed lists; undefined if not given or not known yet. */
export function listedReplicas({ replicaCount, hpa }: PartSpec, { values }: Context): number | undefined {
  // The schemas ask for a number that is known.
  if (replicaCount !== undefined || !hpa) return replicaCount as number | undefined;
  return hpa.minReplicas === undefined ? 1 : values.check(String(hpa.minReplicas), Number);
}
