import type { Obstacle } from "./obstacles";

/** Fields of a component that remedies name, as paths in its custom resource. */
export interface RemedyFields {
  /** The spec with the fields for the pods. */
  readonly spec: string;
  /** Fields of the container that an obstacle concerns. */
  readonly image: string;
  readonly resources: string;
  readonly extraArgs: string;
}

interface Remedy {
  readonly reasons: readonly string[];
  /** Words of Kubernetes' account that the remedy is for; all if not given. */
  readonly detail?: RegExp;
  readonly text: (fields: RemedyFields) => string;
}

const pulling = ["ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName", "RegistryUnavailable"];
const mounting = ["FailedMount", "FailedAttachVolume", "FailedMapVolume"];

const unbound: Remedy["text"] = ({ spec }) =>
  `no volume is bound to the claim: correct storageClassName where ${spec} asks for storage, create that StorageClass, or see why its ` +
  "provisioner makes no volume of this size and access mode";

/** The remedies by Kubernetes' reasons. The first row that fits is taken. */
export const remedies: readonly Remedy[] = [
  {
    reasons: pulling,
    detail: /unauthori[sz]ed|denied|forbidden|authentication|credential|\b40[13]\b/i,
    text: ({ spec, image }) => `the registry refuses the image: give credentials for it in ${spec}.imagePullSecrets, or correct ${image}`,
  },
  {
    reasons: pulling,
    detail: /not found|manifest unknown|no such image|couldn't parse|\b404\b/i,
    text: ({ image }) => `the registry has no such image: correct ${image}`,
  },
  {
    reasons: pulling,
    text: ({ spec, image }) =>
      `the image cannot be pulled: correct ${image}, give the registry's credentials in ${spec}.imagePullSecrets, or make the registry reachable ` +
      "from the node",
  },
  {
    reasons: ["CreateContainerConfigError", "CreateContainerError"],
    text: ({ spec }) =>
      `the container cannot be made: create the Secret or ConfigMap, or its key, in the namespace of the pods, or correct ${spec}.extraEnvs and ` +
      `${spec}.extraEnvsFrom`,
  },
  {
    reasons: mounting,
    detail: /(secret|configmap) .*not found|references non-existent (secret|config) key/i,
    text: ({ spec }) =>
      `a volume has no content: create the Secret or ConfigMap, or its key, in the namespace of the pods, or correct ${spec}.secrets, ` +
      `${spec}.configMaps and ${spec}.volumes`,
  },
  {
    reasons: mounting,
    text: ({ spec }) => `a volume cannot be mounted: look at its claim and at the storage of the node, or correct ${spec}.volumes`,
  },
  {
    reasons: ["OOMKilled"],
    text: ({ resources }) => `the container needs more memory than it may have: raise limits.memory in ${resources}`,
  },
  {
    reasons: ["CrashLoopBackOff", "RunContainerError", "StartError", "Error"],
    text: ({ extraArgs }) =>
      `the program ends by itself: correct the field that its last words name, ${extraArgs} if it is an argument; \`kubectl logs --previous\` has ` +
      "all of them",
  },
  {
    reasons: ["Unschedulable"],
    detail: /persistent ?volume/i,
    text: unbound,
  },
  {
    reasons: ["Unschedulable"],
    detail: /Insufficient/,
    text: ({ spec }) => `no node has enough left: lower requests in ${spec}.resources, or add nodes`,
  },
  {
    reasons: ["Unschedulable"],
    detail: /untolerated taint/,
    text: ({ spec }) => `nodes keep the pod off: add their taints to ${spec}.tolerations, or add nodes`,
  },
  {
    reasons: ["Unschedulable"],
    detail: /anti-affinity|topology spread|pod affinity/,
    text: ({ spec }) => `no node meets the rules for spreading: relax ${spec}.affinity or ${spec}.topologySpreadConstraints, or add nodes`,
  },
  {
    reasons: ["Unschedulable"],
    detail: /affinity\/selector/,
    text: ({ spec }) => `no node has the labels: correct ${spec}.nodeSelector or ${spec}.affinity, or label a node`,
  },
  {
    reasons: ["Unschedulable"],
    text: ({ spec }) =>
      `no node takes the pod: look at ${spec}.nodeSelector, ${spec}.affinity, ${spec}.tolerations and requests in ${spec}.resources, or add nodes`,
  },
  { reasons: ["SchedulingGated"], text: () => "another program holds the pod back by a scheduling gate: look at that program" },
  {
    reasons: ["Unhealthy", "ContainersNotReady"],
    text: ({ spec }) =>
      `the program runs, but it is not ready to serve: read its log, or correct ${spec}.readinessProbe and ${spec}.livenessProbe`,
  },
  {
    reasons: ["ReadinessGatesNotReady"],
    text: ({ spec }) => `a condition of ${spec}.readinessGates is not met: look at the program that sets it`,
  },
  { reasons: ["Initializing"], text: () => "an init container has not ended: read its log" },
  { reasons: ["ContainerCreating", "PodInitializing"], text: () => "the node has not come further: look at the node if it stays so" },
  {
    reasons: ["FailedCreatePodSandBox", "NetworkNotReady"],
    text: () => "the node cannot set the pod up: look at the node and its network plugin",
  },
  {
    reasons: ["Evicted", "NodeLost", "UnexpectedAdmissionError", "NodeAffinity"],
    text: () => "the node gave the pod up: free memory and disk there, or add nodes",
  },
  {
    reasons: ["Preempting"],
    text: ({ spec }) => `a more important pod took its place: set ${spec}.priorityClassName, or add nodes`,
  },
  {
    reasons: ["Terminating"],
    text: () =>
      "the pod does not end: if its node is gone, delete the Node object, or the pod with `kubectl delete pod --force`; else look at its finalizers",
  },
  { reasons: ["ClaimPending"], text: unbound },
  { reasons: ["ClaimLost"], text: () => "the volume of the claim is gone: restore the volume, or the data from a backup into a new claim" },
  {
    reasons: ["FailedCreate"],
    text: ({ spec }) =>
      `the cluster refuses the pods: raise the quota or change the policy of the namespace, or adapt ${spec}.resources and ${spec}.securityContext`,
  },
  { reasons: ["NoPods"], text: () => "no pods were made: see whether the controllers of the cluster run" },
];

/** The remedy for an obstacle; for reasons without a row it says where to read on. */
export function remedyFor({ reason, detail = "" }: Pick<Obstacle, "reason" | "detail">, fields: RemedyFields): string {
  const remedy = remedies.find((row) => row.reasons.includes(reason) && (row.detail?.test(detail) ?? true));
  return remedy?.text(fields) ?? "`kubectl describe pod` says more";
}
