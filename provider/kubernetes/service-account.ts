import type { DerivedObject } from "../derived";
import { type Identity, metadataOf, type ResourceSpec } from "../workload/workload";

export type WithAccount = Identity & { readonly spec: Pick<ResourceSpec, "serviceAccountName"> };

/** Whether the account of the pods is derived, and permissions with it. */
export const hasOwnAccount = ({ spec }: WithAccount): boolean => !spec.serviceAccountName;

/** The ServiceAccount for the pods, unless the user names one. */
export function serviceAccounts(owner: WithAccount): DerivedObject[] {
  if (!hasOwnAccount(owner)) return [];
  return [{ role: "service-account", manifest: { apiVersion: "v1", kind: "ServiceAccount", metadata: metadataOf(owner) } }];
}
