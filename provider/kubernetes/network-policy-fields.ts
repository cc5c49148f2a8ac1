import type { types } from "@pulumi/kubernetes";
import { list, object } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import type { PlainFields } from "../workload/plain";

export const networkPolicy = object(
  "EmbeddedNetworkPolicy",
  "A NetworkPolicy for the component's pods. Each direction is restricted only if its list has a rule.",
  {
    ingress: list(
      "Who may connect to the pods. Anything not listed is cut off, scrapers included.",
      kubernetes<types.input.networking.v1.NetworkPolicyIngressRule>(
        "networking.k8s.io/v1:NetworkPolicyIngressRule",
        "Allowed sources and ports.",
      ),
    ),
    egress: list(
      "Where the pods may connect to. Anything not listed is cut off, name servers included.",
      kubernetes<types.input.networking.v1.NetworkPolicyEgressRule>(
        "networking.k8s.io/v1:NetworkPolicyEgressRule",
        "Allowed targets and ports.",
      ),
    ),
  },
);

/** What a workload says of its network. */
export type NetworkPolicyFields = PlainFields<{ networkPolicy: typeof networkPolicy }>;
