import { networkPolicy } from "../kubernetes/network-policy";
import { serviceSpec } from "../kubernetes/service";
import { baseFields } from "../workload/base-fields";
import type { PlainFields } from "../workload/plain";
import { selfScrapeFields } from "./self-scrape";

/** Fields of all workloads: the kinds with pods of their own, and the parts of a VMCluster. */
export const workloadFields = {
  ...baseFields,
  serviceSpec,
  ...selfScrapeFields,
  networkPolicy,
};

export type WorkloadSpec = PlainFields<typeof workloadFields>;
