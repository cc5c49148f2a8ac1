import type { DerivedObject, Lifecycle } from "./derived";
import type { Values } from "./values/values";
import type { Manifest } from "./world/objects";
import { matches } from "./world/selectors";

/** The fields of a workload's spec that determine its life; leaves may be placeholders. */
interface WorkloadSpec {
  readonly replicas?: unknown;
  readonly minReadySeconds?: unknown;
  readonly template?: {
    readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
    readonly spec?: { readonly terminationGracePeriodSeconds?: unknown };
  };
}

const scalable = ["Deployment", "StatefulSet"];
const workloads = [...scalable, "DaemonSet"];

/** Path of the number of pods in a workload. */
export const replicasPath = "spec.replicas";

/** Objects with the facts about their lives. */
export function withLifecycles(objects: readonly DerivedObject[], values: Values): DerivedObject[] {
  return objects.map((object) => ({ ...object, lifecycle: lifecycleOf(object, objects, values) }));
}

function lifecycleOf(object: DerivedObject, siblings: readonly DerivedObject[], values: Values): Lifecycle {
  const { manifest, ignoreChanges = [] } = object;
  if (manifest.kind === "Service") return { isIdle: isIdle(manifest, siblings, values) };
  if (!scalable.includes(manifest.kind)) return {};
  const spec = specOf(manifest);
  const number = knownNumber(spec.replicas ?? 1, values);
  const pods = { number, isScaled: ignoreChanges.includes(replicasPath) };
  return manifest.kind === "StatefulSet" ? { pods, seconds: secondsOf(spec, number ?? 1, values) } : { pods };
}

/** The time that pods need to stop, to become ready and to stay ready. */
function secondsOf({ minReadySeconds = 0, template }: WorkloadSpec, pods: number, values: Values): number {
  const stopping = knownNumber(template?.spec?.terminationGracePeriodSeconds ?? 30, values) ?? 30;
  return 600 + pods * (stopping + (knownNumber(minReadySeconds, values) ?? 0) + 120);
}

/** A selector set by the user counts as selecting all workloads. */
function isIdle(service: Manifest, siblings: readonly DerivedObject[], values: Values): boolean {
  const { selector: matchLabels } = (service.spec ?? {}) as { readonly selector?: Readonly<Record<string, string>> };
  if (!matchLabels) return false;
  const all = siblings.flatMap(({ manifest }) => (workloads.includes(manifest.kind) ? [specOf(manifest)] : []));
  const behind = all.filter(({ template }) => matches({ matchLabels }, template?.metadata?.labels));
  const counted = behind.length > 0 ? behind : all;
  return counted.length > 0 && counted.every(({ replicas }) => replicas !== undefined && knownNumber(replicas, values) === 0);
}

/** The number of pods in the inputs of a workload, undefined if it is not given. */
export function podsIn(inputs: unknown): number | undefined {
  const { spec } = (inputs ?? {}) as { readonly spec?: WorkloadSpec };
  return typeof spec?.replicas === "number" ? spec.replicas : undefined;
}

/** A workload without its number of pods. */
export function withoutReplicas(manifest: Manifest): Manifest {
  const { replicas: _, ...spec } = specOf(manifest);
  return { ...manifest, spec };
}

/** Path of the number of pods, where the object has one. */
export const replicasField = (object: DerivedObject): string[] => (object.lifecycle?.pods ? [replicasPath] : []);

/** A number that may be secret or not known yet. */
export function knownNumber(value: unknown, values: Values): number | undefined {
  const number = typeof value === "string" ? values.check(value, Number) : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const specOf = (manifest: Manifest): WorkloadSpec => (manifest.spec ?? {}) as WorkloadSpec;
