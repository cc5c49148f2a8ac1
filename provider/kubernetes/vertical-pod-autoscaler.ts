import type { z } from "zod";
import type { Context } from "../context";
import type { DerivedObject } from "../derived";
import { integer, item, list, map, object, required, string, word } from "../schema/fields";
import { quantity } from "../schema/kubernetes-types";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import type { Plain } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

const recommender = object("VerticalPodAutoscalerRecommenderSelector", "A recommender that works out the requests.", {
  name: required(string("Name of the recommender.")),
});

const startupBoost = object("GenericStartupBoost", "How much more of a resource a container gets while it starts.", {
  type: required(word("How the increase is stated: `Factor` multiplies the request, `Quantity` adds to it.", ["Factor", "Quantity"])),
  factor: integer("What the request is multiplied by. Needed with type `Factor`, refused with `Quantity`."),
  quantity: quantity("What is added to the request. Needed with type `Quantity`, refused with `Factor`."),
  durationSeconds: integer("Seconds after a pod has become ready for which the increase stays. Default 0."),
});

const startupBoosts = object("StartupBoost", "Increases of resources while a container starts.", { cpu: startupBoost });

const containerPolicy = object("ContainerResourcePolicy", "What the autoscaler may do with a container's requests and limits.", {
  containerName: string("The container; `*` stands for all that have no policy of their own."),
  mode: word("Whether the container is scaled: `Auto` (the default) or `Off`.", ["Auto", "Off"]),
  minAllowed: map("Least amount of each resource that may be set.", quantity("An amount.")),
  maxAllowed: map("Greatest amount of each resource that may be set.", quantity("An amount.")),
  controlledResources: list("Resources that are worked out: `cpu`, `memory`. Default both.", item),
  controlledValues: word("Whether limits are moved along with requests, which is the default, or stay.", [
    "RequestsAndLimits",
    "RequestsOnly",
  ]),
  oomBumpUpRatio: quantity("What memory is multiplied by after a container ran out of it."),
  oomMinBumpUp: quantity("Least increase of memory after a container ran out of it."),
  memoryAggregationIntervalCount: integer("Number of intervals over which memory use is remembered.", { minimum: 1 }),
  memoryAggregationIntervalSeconds: integer("Length of such an interval in seconds.", { minimum: 1 }),
  startupBoost: startupBoosts,
});

const resourcePolicy = object("PodResourcePolicy", "Bounds for what the autoscaler sets.", {
  containerPolicies: list("Bounds for each container. At least one is needed.", containerPolicy),
});

const evictionRequirement = object("EvictionRequirement", "What must hold for a pod to be evicted so that it gets new requests.", {
  resources: required(list("Resources that are compared: `cpu`, `memory`.", item)),
  changeRequirement: required(
    word("On which side of the present requests the recommendation must lie.", ["TargetHigherThanRequests", "TargetLowerThanRequests"]),
  ),
});

const updatePolicy = object("PodUpdatePolicy", "How new requests reach running pods.", {
  updateMode: word("How new requests are applied: not at all (`Off`), to new pods, by eviction, or in place. It must be given.", [
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
    recommenders: list("Recommenders to be used instead of the default one; at most one is supported by the autoscaler.", recommender),
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

/** Reports what an autoscaler cannot do without. `path` is the field with the autoscaler. */
export function checkVerticalPodAutoscaler(vpa: VerticalPodAutoscaler | undefined, path: string, { report }: Context): void {
  if (!vpa) return;
  if (!vpa.updatePolicy?.updateMode)
    report.error(`${path}.updatePolicy.updateMode`, "is required: expected Off, Initial, Recreate, InPlaceOrRecreate or Auto");
  if (!vpa.resourcePolicy?.containerPolicies?.length)
    report.error(`${path}.resourcePolicy.containerPolicies`, "is required: expected at least one policy");
}
