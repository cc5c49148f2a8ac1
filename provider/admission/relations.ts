import { hasPlaceholder } from "../values/values";
import type { Container, DeploymentSpec, HorizontalPodAutoscalerSpec, PodTemplateSpec, StatefulSetSpec } from "../workload/plain";
import type { Manifest } from "../world/objects";

/** A contradiction between two parts of an object. */
interface Mismatch {
  readonly path: string;
  readonly message: string;
}

type Relation = (manifest: Manifest) => readonly Mismatch[];

type WorkloadSpec = Pick<StatefulSetSpec, "selector" | "template" | "volumeClaimTemplates">;

/** Derived objects have Kubernetes' own types. */
const specOf = <Spec>({ spec }: Manifest): Spec => spec as Spec;

const pods = "spec.template.spec";

const containersOf = (template: PodTemplateSpec): readonly Container[] => [
  ...(template.spec?.initContainers ?? []),
  ...(template.spec?.containers ?? []),
];

const containerNames: Relation = (manifest) => {
  const names = containersOf(specOf<WorkloadSpec>(manifest).template).map(({ name }) => name);
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return repeated.map((name) => ({ path: pods, message: `two containers are called ${name}` }));
};

const mountedVolumes: Relation = (manifest) => {
  const { template, volumeClaimTemplates = [] } = specOf<WorkloadSpec>(manifest);
  const claims = volumeClaimTemplates.map(({ metadata }) => metadata?.name);
  const volumes = new Set([...(template.spec?.volumes ?? []).map(({ name }) => name), ...claims]);
  return containersOf(template).flatMap(({ name: container, volumeMounts = [] }) =>
    volumeMounts
      .filter(({ name }) => !volumes.has(name) && !hasPlaceholder(name))
      .map(({ name }) => ({ path: pods, message: `the container ${container} mounts volume ${name}, which does not exist` })),
  );
};

const selectedLabels: Relation = (manifest) => {
  const { selector, template } = specOf<WorkloadSpec>(manifest);
  const labels: Readonly<Record<string, unknown>> = template.metadata?.labels ?? {};
  const isKnown = (value: unknown): boolean => !hasPlaceholder(value);
  return Object.entries(selector.matchLabels ?? {})
    .filter(([key, value]) => labels[key] !== value && isKnown(labels[key]) && isKnown(value))
    .map(([key]) => ({ path: "spec.selector.matchLabels", message: `the pods are not labelled with ${key} as selected` }));
};

const recreateAlone: Relation = (manifest) => {
  const { strategy } = specOf<DeploymentSpec>(manifest);
  return strategy?.type === "Recreate" && strategy.rollingUpdate
    ? [{ path: "spec.strategy.rollingUpdate", message: "must not be given with the type Recreate" }]
    : [];
};

const replicaRange: Relation = (manifest) => {
  const { minReplicas = 1, maxReplicas } = specOf<HorizontalPodAutoscalerSpec>(manifest);
  const isReversed = typeof minReplicas === "number" && typeof maxReplicas === "number" && minReplicas > maxReplicas;
  return isReversed ? [{ path: "spec.maxReplicas", message: `${maxReplicas} is less than minReplicas` }] : [];
};

const workload: readonly Relation[] = [containerNames, mountedVolumes, selectedLabels];

export const relations: Readonly<Record<string, readonly Relation[]>> = {
  DaemonSet: workload,
  Deployment: [...workload, recreateAlone],
  HorizontalPodAutoscaler: [replicaRange],
  StatefulSet: workload,
};
