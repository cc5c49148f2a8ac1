import type { types } from "@pulumi/kubernetes";
import type { Context } from "../context";
import type { ClaimTemplate, DerivedObject } from "../derived";
import { knownNumber } from "../lifecycle";
import { integerOrString, knownWord, list, object, structural } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import type { Values } from "../values/values";
import type { PersistentVolumeClaim, PodTemplateSpec, StatefulSetSpec, StatefulSetUpdateStrategy } from "../workload/plain";
import { podFieldsOf } from "../workload/pod";
import { metadataOf, type Workload } from "../workload/workload";
import { immutableFields } from "./persistent-volume-claim";

/** Ways of replacing the pods of a StatefulSet or DaemonSet. */
export const podReplacement = (description: string, options: { readonly example?: string } = {}) =>
  structural(knownWord(description, ["RollingUpdate", "OnDelete"], { name: "PodReplacement", ...options }));

export const statefulRolloutStrategy = podReplacement(
  "How pods of the StatefulSet are replaced: `RollingUpdate` or `OnDelete`. Default `RollingUpdate`; the operator asks for `OnDelete` because it " +
    "replaces them itself.",
);

export const statefulRolloutBehavior = object(
  "StatefulSetUpdateStrategyBehavior",
  "Number of pods of a StatefulSet that may be replaced at once. It needs Kubernetes' feature gate `MaxUnavailableStatefulSet`.",
  {
    maxUnavailable: integerOrString(
      "Pods that may be missing: a number of at least 1, or a share from `1%` to `100%`. Anything else is an error; no effect with `OnDelete`.",
      {
        example: "50%",
      },
    ),
  },
);

/** Volume claims of a StatefulSet beside the derived one, and their retention. */
export const statefulSetFields = {
  claimTemplates: list(
    "Further claims of each pod of the StatefulSet, unchanged. The name of a volume is an error.",
    kubernetes<types.input.core.v1.PersistentVolumeClaim>("core/v1:PersistentVolumeClaim", "A template for claims."),
  ),
  persistentVolumeClaimRetentionPolicy: kubernetes<types.input.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy>(
    "apps/v1:StatefulSetPersistentVolumeClaimRetentionPolicy",
    "Whether claims are kept or deleted when the StatefulSet is deleted or shrinks. Kubernetes keeps them by default.",
  ),
};

/** The parts of a StatefulSet beside its pods. */
interface StatefulSetSettings extends Rollout {
  /** The Service for the names of the pods; empty without one. */
  readonly serviceName: string;
  /** The order of starts and stops; by default parallel, or one by one if pods are replaced one by one. */
  readonly podManagementPolicy?: string;
  readonly claims?: readonly PersistentVolumeClaim[];
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetSpec["persistentVolumeClaimRetentionPolicy"];
}

/** The user's strategy for replacing pods. */
export interface Rollout {
  readonly strategy?: string;
  readonly behavior?: { readonly maxUnavailable?: string | number };
  /** Names of the fields of the strategy. */
  readonly fields: { readonly strategy: string; readonly behavior: string };
}

/** The StatefulSet of a workload, with the API server's defaults. Volumes that Kubernetes would refuse are reported. */
export function statefulSet(workload: Workload, settings: StatefulSetSettings, template: PodTemplateSpec, context: Context): DerivedObject {
  const { spec: given, selectorLabels } = workload;
  const { serviceName, claims = [], persistentVolumeClaimRetentionPolicy } = settings;
  checkVolumes(workload, template, claims, context);
  const spec: StatefulSetSpec = {
    replicas: given.replicaCount ?? 1,
    ...(given.minReadySeconds && { minReadySeconds: given.minReadySeconds }),
    revisionHistoryLimit: given.revisionHistoryLimitCount ?? 10,
    serviceName,
    selector: { matchLabels: selectorLabels },
    podManagementPolicy: settings.podManagementPolicy ?? podManagementPolicy(workload, settings, context),
    updateStrategy: updateStrategy(workload, settings, context),
    ...(persistentVolumeClaimRetentionPolicy && { persistentVolumeClaimRetentionPolicy }),
    template: { ...template, spec: { securityContext: {}, ...(template.spec as NonNullable<typeof template.spec>) } },
    ...(claims.length > 0 && { volumeClaimTemplates: claims }),
  };
  const manifest = { apiVersion: "apps/v1", kind: "StatefulSet", metadata: metadataOf(workload), spec };
  const object = { role: "stateful-set", manifest, podFields: podFieldsOf(workload, template) };
  if (claims.length === 0) return object;
  const immutable = Object.assign(
    {},
    ...claims.map(({ metadata, spec: claim }) => immutableFields(claim ?? {}, `spec.volumeClaimTemplates[${metadata?.name}].spec`)),
  );
  return { ...object, claimTemplates: claims.map(claimTemplate), immutable };
}

const claimTemplate = ({ metadata, spec }: PersistentVolumeClaim): ClaimTemplate => {
  const size = spec?.resources?.requests?.storage;
  return { name: metadata?.name ?? "", ...(size !== undefined && { size }) };
};

/** The policy cannot change in a cluster, so it follows from the user's settings alone and not from our default strategy. */
function podManagementPolicy({ spec }: Workload, { strategy }: Rollout, { values }: Context): string {
  const { minReadySeconds = 0 } = spec;
  // An unknown time counts as given.
  return knownNumber(minReadySeconds, values) !== 0 || strategy === "RollingUpdate" ? "OrderedReady" : "Parallel";
}

/** Kubernetes replaces the pods, unless the user chooses to do so by hand. */
function updateStrategy({ path }: Workload, { strategy, behavior, fields }: Rollout, { report }: Context): StatefulSetUpdateStrategy {
  const type = strategy || "RollingUpdate";
  const maxUnavailable = behavior?.maxUnavailable;
  if (type === "OnDelete")
    report.warning(`${path}.${fields.strategy}`, "OnDelete: pods do not restart after a change, delete them by hand");
  if (maxUnavailable === undefined) return { type };
  const where = `${path}.${fields.behavior}.maxUnavailable`;
  if (type !== "RollingUpdate") {
    report.warning(where, `has no effect with ${type}`);
    return { type };
  }
  report.warning(where, "needs the feature gate MaxUnavailableStatefulSet; a cluster without it replaces pods one by one");
  return { type, rollingUpdate: { partition: 0, maxUnavailable } };
}

/** Reports an invalid rollout. */
export function checkRollout({ path }: Workload, { strategy, behavior, fields }: Rollout, { values, report }: Context): void {
  if (strategy && !strategies.includes(strategy))
    report.error(`${path}.${fields.strategy}`, `expected ${strategies.join(" or ")}, got ${strategy}`);
  const maxUnavailable = behavior?.maxUnavailable;
  if (maxUnavailable === undefined || isShare(maxUnavailable, values)) return;
  report.error(`${path}.${fields.behavior}.maxUnavailable`, "expected a number of at least 1, or a share from 1% to 100%");
}

const strategies: readonly string[] = ["RollingUpdate", "OnDelete"];

/** Whether a number of pods is at least one, or text is a share of them; Kubernetes refuses numbers in quotes. An unknown value counts. */
function isShare(maxUnavailable: string | number, values: Values): boolean {
  const isFit = (value: unknown): boolean => {
    if (typeof value === "number") return Number.isInteger(value) && value >= 1;
    return /^(100|[1-9][0-9]?)%$/.test(String(value));
  };
  return typeof maxUnavailable === "number" ? isFit(maxUnavailable) : (values.check(maxUnavailable, isFit) ?? true);
}

/** Reports volumes of the same name, and mounts of missing volumes: such pods are never created. */
function checkVolumes(workload: Workload, template: PodTemplateSpec, claims: readonly PersistentVolumeClaim[], context: Context): void {
  const { values, report } = context;
  // Merged containers treat an empty name as missing.
  const known = (name = ""): string | undefined => values.check(name, String);
  const volumes = (template.spec?.volumes ?? []).map(({ name }) => known(name));
  const claimed = claims.map(({ metadata }) => known(metadata?.name));
  const all = [...volumes, ...claimed];
  for (const name of repeated(volumes)) report.error(volumePath(workload, name), `two volumes are called ${JSON.stringify(name)}`);
  for (const name of repeated(claimed)) report.error(`${workload.path}.claimTemplates`, `two claims are called ${JSON.stringify(name)}`);
  for (const name of new Set(claimed.filter((claim) => claim !== undefined && volumes.includes(claim)))) {
    report.error(volumePath(workload, name as string), `a volume and a claim are both called ${JSON.stringify(name)}`);
  }
  if (all.includes(undefined)) return;
  for (const { name, container, mountPath } of mountsOf(template)) {
    const mounted = known(name);
    if (mounted === undefined || all.includes(mounted)) continue;
    report.error(
      `${workload.path}.volumeMounts`,
      `container ${container} mounts volume ${JSON.stringify(mounted)} at ${mountPath}, which does not exist: add it, or remove the mount`,
    );
  }
}

const repeated = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.filter((name, index): name is string => name !== undefined && names.indexOf(name) < index)),
];

/** The field with the user's volume of a name, or with all volumes if the volume is derived. */
function volumePath({ path, spec }: Workload, name: string): string {
  const index = (spec.volumes ?? []).findLastIndex((volume) => volume.name === name);
  return index < 0 ? `${path}.volumes` : `${path}.volumes[${index}].name`;
}

function mountsOf({ spec }: PodTemplateSpec): { name?: string; container: string; mountPath: string }[] {
  const containers = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
  return containers.flatMap(({ name: container, volumeMounts = [] }) =>
    volumeMounts.map(({ name, mountPath }) => ({ name, container, mountPath })),
  );
}
