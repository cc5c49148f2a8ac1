import type { DerivedObject } from "../kind";
import { metadataOf, type Workload } from "./workload";

/** Whether the account of the pods is derived, and permissions with it. */
export const hasOwnAccount = ({ name, serviceAccountName, spec }: Workload & { readonly spec: { readonly serviceAccountName?: string } }): boolean =>
  !spec.serviceAccountName && serviceAccountName === name;

/** The ServiceAccount of a workload, unless the user names one. */
export function serviceAccounts(workload: Workload & { readonly spec: { readonly serviceAccountName?: string } }): DerivedObject[] {
  if (!hasOwnAccount(workload)) return [];
  return [{ role: "service-account", manifest: { apiVersion: "v1", kind: "ServiceAccount", metadata: metadataOf(workload) } }];
}
