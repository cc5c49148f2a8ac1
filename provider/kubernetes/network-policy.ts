import type { DerivedObject } from "../derived";
import type { NetworkPolicySpec } from "../workload/plain";
import { type BaseSpec, metadataOf, type Workload } from "../workload/workload";
import type { NetworkPolicyFields } from "./network-policy-fields";

const directions = [
  ["ingress", "Ingress"],
  ["egress", "Egress"],
] as const;

/** The NetworkPolicy for a workload's pods; it only names the directions that have rules. */
export function networkPolicies(workload: Workload<BaseSpec & NetworkPolicyFields>): DerivedObject[] {
  const { networkPolicy } = workload.spec;
  if (!networkPolicy) return [];
  const restricted = directions.filter(([field]) => (networkPolicy[field]?.length ?? 0) > 0);
  const spec: NetworkPolicySpec = {
    podSelector: { matchLabels: workload.selectorLabels },
    ...Object.fromEntries(restricted.map(([field]) => [field, networkPolicy[field]])),
    policyTypes: restricted.map(([, type]) => type),
  };
  return [
    {
      role: "network-policy",
      manifest: { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata: metadataOf(workload), spec },
    },
  ];
}
