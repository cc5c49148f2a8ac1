import type { ClusterOf } from "../../features/cluster/cluster-model";
import type { Plain } from "../../workload/plain";
import type { VMClusterSpec } from "./schema";

export type Spec = Plain<VMClusterSpec>;
export type StorageSpec = NonNullable<Spec["vmstorage"]>;
export type SelectSpec = NonNullable<Spec["vmselect"]>;
export type InsertSpec = NonNullable<Spec["vminsert"]>;

export type Cluster = ClusterOf<Spec, StorageSpec, SelectSpec, InsertSpec>;
