import type { WorkloadSpec } from "../../features/workload-fields";
import type { HttpServer } from "../../workload/http-server";
import type { Plain } from "../../workload/plain";
import type { Workload } from "../../workload/workload";
import type { VMClusterSpec } from "./schema";

export type Spec = Plain<VMClusterSpec>;
export type StorageSpec = NonNullable<Spec["vmstorage"]>;
export type SelectSpec = NonNullable<Spec["vmselect"]>;
export type InsertSpec = NonNullable<Spec["vminsert"]>;
export type BalancerSpec = NonNullable<NonNullable<Spec["requestsLoadBalancer"]>["spec"]>;

/** An application of a cluster. */
export interface Member<MemberSpec extends WorkloadSpec = WorkloadSpec> {
  readonly workload: Workload<MemberSpec>;
  readonly server: HttpServer;
}
