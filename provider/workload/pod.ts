import type { Context } from "../context";
import type { PodFields } from "../derived";
import { withCanonicalQuantities } from "./canonical-quantities";
import { withPreStopSleep } from "./container";
import { mergedContainers } from "./container-merge";
import { isFilled, type Labels } from "./labels";
import type { Container, PodSpec, PodTemplateSpec, Volume } from "./plain";
import { securityContexts } from "./security-context";
import type { BaseSpec, Workload } from "./workload";

/** The parts of a pod beside the fields that all workloads share. */
interface PodParts {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes: readonly Volume[];
}

/** Fields that go from the custom resource to the pod as they stand. */
const copied = [
  "affinity",
  "dnsConfig",
  "enableServiceLinks",
  "imagePullSecrets",
  "nodeSelector",
  "priorityClassName",
  "readinessGates",
  "runtimeClassName",
  "tolerations",
  "topologySpreadConstraints",
] as const satisfies readonly (keyof BaseSpec & keyof PodSpec)[];

/** The pods of a workload: derived containers with the user's changes, and the user's own. */
export function podTemplate(workload: Workload, parts: PodParts, context: Context): PodTemplateSpec {
  const { spec, defaults, selectorLabels, serviceAccountName } = workload;
  const { annotations, labels } = spec.podMetadata ?? {};
  const security = securityContexts(spec, context);
  const withSecurity = (containers: readonly Container[] = []): Container[] =>
    containers.map((container) => ({ ...container, ...(security.container && { securityContext: security.container }) }));
  const hostAliases = spec.host_aliases?.length ? spec.host_aliases : spec.hostAliases;
  const initContainers = mergedContainers(withSecurity(parts.initContainers), spec.initContainers, context.values);
  const pod: PodSpec = {
    ...Object.fromEntries(copied.flatMap((field) => (isGiven(spec[field]) ? [[field, spec[field]]] : []))),
    ...(spec.hostNetwork && { hostNetwork: spec.hostNetwork }),
    ...(hostAliases?.length && { hostAliases }),
    ...(spec.disableAutomountServiceAccountToken && { automountServiceAccountToken: false }),
    ...(security.pod && { securityContext: security.pod }),
    dnsPolicy: spec.dnsPolicy || "ClusterFirst",
    schedulerName: spec.schedulerName || "default-scheduler",
    serviceAccountName,
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? defaults.terminationGracePeriodSeconds,
    ...(initContainers.length > 0 && { initContainers }),
    containers: withSleep(mergedContainers(withSecurity(parts.containers), spec.containers, context.values), workload, context),
    volumes: withCanonicalQuantities("[]core/v1:Volume", distinct(parts.volumes)),
  };
  return { metadata: { labels: { ...labels, ...selectorLabels }, ...(isFilled(annotations) && { annotations }) }, spec: pod };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== "";

const withSleep = (containers: readonly Container[], workload: Workload, context: Context): Container[] =>
  containers.map((container) => (container.name === workload.application ? withPreStopSleep(container, workload, context) : container));

/** The pods; spread constraints without a selector apply to the workload's own pods. */
export function spreadByOwnLabels(template: PodTemplateSpec, matchLabels: Labels): PodTemplateSpec {
  const constraints = template.spec?.topologySpreadConstraints;
  if (!template.spec || !constraints?.length) return template;
  const topologySpreadConstraints = constraints.map((constraint) =>
    constraint.labelSelector ? constraint : { ...constraint, labelSelector: { matchLabels } },
  );
  return { ...template, spec: { ...template.spec, topologySpreadConstraints } };
}

/** The pods with their usual policy for restarts written out. */
export const alwaysRestarted = ({ metadata, spec }: PodTemplateSpec): PodTemplateSpec => ({
  metadata,
  spec: spec && { ...spec, restartPolicy: "Always" },
});

/** Where the custom resource of a workload has the fields for these pods. Derived containers come first, and the main one before all. */
export const podFieldsOf = ({ path }: Pick<Workload, "path">, { spec }: PodTemplateSpec): PodFields => ({
  path,
  container: String(spec?.containers[0]?.name ?? ""),
});

/** The volumes without repetitions, such as a Secret of `secrets` that also holds credentials. */
function distinct(volumes: readonly Volume[]): Volume[] {
  const byText = new Map(volumes.map((volume) => [JSON.stringify(volume), volume]));
  return [...byText.values()];
}
