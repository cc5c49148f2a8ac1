import type { DerivedObject } from "../kind";
import { metadataOf, type ResourceSpec, type Workload } from "./workload";

type WithAccount = Workload & { readonly spec: Pick<ResourceSpec, "serviceAccountName"> };

/** Whether the account of the pods is derived, and permissions with it. */
export const hasOwnAccount = ({ spec }: WithAccount): boolean => !spec.serviceAccountName;

/** The ServiceAccount of a workload, unless the user names one. */
export function serviceAccounts(workload: WithAccount): DerivedObject[] {
  if (!hasOwnAccount(workload)) return [];
  return [{ role: "service-account", manifest: { apiVersion: "v1", kind: "ServiceAccount", metadata: metadataOf(workload) } }];
}
