import type { types } from "@pulumi/kubernetes";
import type { DerivedObject } from "../derived";
import { list, object } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import type { NetworkPolicySpec, PlainFields } from "../workload/plain";
import { type BaseSpec, metadataOf, type Workload } from "../workload/workload";

export const networkPolicy = object(
  "EmbeddedNetworkPolicy",
  "A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule.",
  {
    ingress: list(
      "Allowed connections to the pods. All others are blocked, scrapers included.",
      kubernetes<types.input.networking.v1.NetworkPolicyIngressRule>(
        "networking.k8s.io/v1:NetworkPolicyIngressRule",
        "Allowed sources and ports.",
      ),
    ),
    egress: list(
      "Allowed connections of the pods. All others are blocked, name servers included.",
      kubernetes<types.input.networking.v1.NetworkPolicyEgressRule>(
        "networking.k8s.io/v1:NetworkPolicyEgressRule",
        "Allowed targets and ports.",
      ),
    ),
  },
);

/** The network settings of a workload. */
export type NetworkPolicyFields = PlainFields<{ networkPolicy: typeof networkPolicy }>;

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
