import type { z } from "zod";
import type { Context } from "../context";
import type { DerivedObject } from "../derived";
import { integer, knownWord, list, map, object, required, string, word } from "../schema/fields";
import { quantity } from "../schema/kubernetes-types";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import type { Plain } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

const recommender = object("VerticalPodAutoscalerRecommenderSelector", "A recommender of requests.", {
  name: required(string("Name of the recommender.")),
});

const startupBoost = object("GenericStartupBoost", "Increase of a resource while a container starts.", {
  type: required(word("Form of the increase: `Factor` multiplies the request, `Quantity` adds to it.", ["Factor", "Quantity"])),
  factor: integer("Factor for the request. Needed with type `Factor`, refused with `Quantity`."),
  quantity: quantity("Addition to the request. Needed with type `Quantity`, refused with `Factor`."),
  durationSeconds: integer("Seconds after a pod has become ready for which the increase stays. Default 0."),
});

const resource = knownWord("A resource.", ["cpu", "memory"], { name: "ScaledResource" });

const startupBoosts = object("StartupBoost", "Increases of resources while a container starts.", { cpu: startupBoost });

const containerPolicy = object("ContainerResourcePolicy", "Policy for a container's requests and limits.", {
  containerName: string("The container; `*` stands for all containers without their own policy."),
  mode: word("Whether the container is scaled: `Auto` (the default) or `Off`.", ["Auto", "Off"]),
  minAllowed: map("Minimum amount of each resource.", quantity("An amount.")),
  maxAllowed: map("Maximum amount of each resource.", quantity("An amount.")),
  controlledResources: list("Controlled resources: `cpu`, `memory`. Default both.", resource),
  controlledValues: word("Whether limits are moved along with requests, which is the default, or stay.", [
    "RequestsAndLimits",
    "RequestsOnly",
  ]),
  oomBumpUpRatio: quantity("Factor for memory after a container ran out of it."),
  oomMinBumpUp: quantity("Minimum increase of memory after a container ran out of it."),
  memoryAggregationIntervalCount: integer("Number of intervals over which memory use is remembered.", { minimum: 1 }),
  memoryAggregationIntervalSeconds: integer("Length of such an interval in seconds.", { minimum: 1 }),
  startupBoost: startupBoosts,
});

const resourcePolicy = object("PodResourcePolicy", "Bounds for the autoscaler.", {
  containerPolicies: list("Bounds for each container. At least one is needed.", containerPolicy),
});

const evictionRequirement = object("EvictionRequirement", "Condition for evicting a pod to apply new requests.", {
  resources: required(list("Resources that are compared: `cpu`, `memory`.", resource)),
  changeRequirement: required(
    word("Position of the recommendation relative to the present requests.", ["TargetHigherThanRequests", "TargetLowerThanRequests"]),
  ),
});

const updatePolicy = object("PodUpdatePolicy", "Application of new requests to running pods.", {
  updateMode: word("Mode of applying new requests: not at all (`Off`), to new pods, by eviction, or in place. Required.", [
    "Off",
    "Initial",
    "Recreate",
    "InPlaceOrRecreate",
    "InPlace",
    "Auto",
  ]),
  minReplicas: integer("Pods that must be alive before one may be evicted. Default: the autoscaler's own setting."),
  evictionRequirements: list("Conditions for an eviction; all must hold.", evictionRequirement),
  evictAfterOOMSeconds: integer("Seconds within which a container that ran out of memory gets its pod evicted.", { minimum: 1 }),
});

export const vpa = object(
  "EmbeddedVPA",
  "A VerticalPodAutoscaler (`autoscaling.k8s.io/v1`) for the workload. Its custom resource definition must be installed in the cluster.",
  {
    recommenders: list("Recommenders instead of the default one; the autoscaler supports at most one.", recommender),
    resourcePolicy,
    updatePolicy,
  },
);

type VerticalPodAutoscaler = Plain<z.output<typeof vpa>>;

/** The VerticalPodAutoscaler of a workload that becomes a Deployment, a StatefulSet … of its name. */
export function verticalPodAutoscalers(workload: Workload, vpa: VerticalPodAutoscaler | undefined, targetKind: string): DerivedObject[] {
  if (!vpa) return [];
  const { updatePolicy, resourcePolicy, recommenders } = vpa;
  const metadata = metadataOf(workload);
  const spec = {
    targetRef: { apiVersion: "apps/v1", kind: targetKind, name: metadata.name },
    updatePolicy,
    resourcePolicy: resourcePolicy && { ...resourcePolicy, containerPolicies: resourcePolicy.containerPolicies?.map(withCanonicalAmounts) },
    recommenders,
  };
  return [
    { role: "vertical-pod-autoscaler", manifest: { apiVersion: "autoscaling.k8s.io/v1", kind: "VerticalPodAutoscaler", metadata, spec } },
  ];
}

type ContainerPolicy = NonNullable<NonNullable<VerticalPodAutoscaler["resourcePolicy"]>["containerPolicies"]>[number];

const withCanonicalAmounts = (policy: ContainerPolicy): ContainerPolicy => ({
  ...policy,
  minAllowed: withCanonicalQuantities("{}quantity", policy.minAllowed),
  maxAllowed: withCanonicalQuantities("{}quantity", policy.maxAllowed),
});

/** Reports missing required fields of an autoscaler. `path` is the field with the autoscaler. */
export function checkVerticalPodAutoscaler(vpa: VerticalPodAutoscaler | undefined, path: string, { report }: Context): void {
  if (!vpa) return;
  if (!vpa.updatePolicy?.updateMode)
    report.error(`${path}.updatePolicy.updateMode`, "is required: expected Off, Initial, Recreate, InPlaceOrRecreate or Auto");
  if (!vpa.resourcePolicy?.containerPolicies?.length)
    report.error(`${path}.resourcePolicy.containerPolicies`, "is required: expected at least one policy");
}
