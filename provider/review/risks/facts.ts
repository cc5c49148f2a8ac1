import type { Manifest } from "../../world/objects";
import { type ObjectChange, partsOfKey, secretMark } from "../change-model";
import type { Consequences } from "../consequences";
import { isMap, valueAt } from "../differences";
import { isWorkload } from "../rollouts";

export type Data = Readonly<Record<string, unknown>>;

/** An object that exists before and after. */
export interface Kept extends ObjectChange {
  readonly old: Manifest;
  readonly now: Manifest;
}

const isKept = (change: ObjectChange): change is Kept => change.old !== undefined && change.now !== undefined;

const kindOf = ({ key }: ObjectChange): string => partsOfKey(key).kind;

/** Objects of some kinds that exist before and after. */
export const kept = ({ change }: Consequences, ...kinds: readonly string[]): Kept[] =>
  change.objects.filter(isKept).filter((object) => kinds.includes(kindOf(object)));

/** Removed objects of some kinds. */
export const gone = ({ change }: Consequences, ...kinds: readonly string[]): ObjectChange[] =>
  change.objects.filter((object) => object.now === undefined && kinds.includes(kindOf(object)));

/** New objects of some kinds. */
export const made = ({ change }: Consequences, ...kinds: readonly string[]): ObjectChange[] =>
  change.objects.filter((object) => object.old === undefined && kinds.includes(kindOf(object)));

/** Workloads that exist before and after, with visible containers. */
export const keptWorkloads = ({ change }: Consequences): Kept[] =>
  change.objects.filter(isKept).filter(({ key, old, now }) => isWorkload(key) && ![old, now].some(hasHiddenContainers));

export const specOf = (manifest: Manifest | undefined): Data => (isMap(manifest?.spec) ? manifest.spec : {});

export const listAt = (data: unknown, ...keys: string[]): readonly Data[] => {
  const found = valueAt(data, keys);
  return Array.isArray(found) ? found.filter(isMap) : [];
};

export const containersOf = (manifest: Manifest | undefined): readonly Data[] => listAt(specOf(manifest), "template", "spec", "containers");

export const volumesOf = (manifest: Manifest | undefined): readonly Data[] => listAt(specOf(manifest), "template", "spec", "volumes");

export const claimTemplatesOf = (manifest: Manifest | undefined): readonly Data[] => listAt(specOf(manifest), "volumeClaimTemplates");

export const replicasOf = (manifest: Manifest | undefined): number => Number(specOf(manifest).replicas ?? 1);

/** The number of pods before a change, for readers. */
export const formerNumber = ({ old, isScaled }: Kept): string => (isScaled ? "its autoscaler's number" : String(replicasOf(old)));

/** The values of a flag in all containers, in order; `-flag` alone is `true`. */
export function flagOf(manifest: Manifest | undefined, flag: string): string[] {
  return containersOf(manifest).flatMap(({ args }) =>
    (Array.isArray(args) ? args : []).flatMap((argument) => {
      const [, name, value = "true"] = /^--?([\w.-]+)(?:=(.*))?$/s.exec(String(argument)) ?? [];
      return name === flag ? [value] : [];
    }),
  );
}

/** Whether the containers of an object are hidden. */
const hasHiddenContainers = (manifest: Manifest): boolean => valueAt(specOf(manifest), ["template", "spec", "containers"]) === secretMark;

/** A label's value in the metadata of an object. */
const labelOf = (manifest: Manifest | undefined, label: string): string | undefined => manifest?.metadata.labels?.[label];

/** Whether two objects belong to the same application. */
export function isSameApplication(left: Manifest | undefined, right: Manifest | undefined): boolean {
  const labels = ["app.kubernetes.io/name", "app.kubernetes.io/instance"];
  return (
    labels.every((label) => labelOf(left, label) !== undefined && labelOf(left, label) === labelOf(right, label)) &&
    (left?.metadata.namespace === right?.metadata.namespace || !left?.metadata.namespace || !right?.metadata.namespace)
  );
}

/** Whether the workload that an object belongs to goes away as well. */
export const workloadGoes = ({ change }: Consequences, manifest: Manifest | undefined): boolean =>
  change.objects.some(({ key, old, now }) => isWorkload(key) && old && !now && isSameApplication(old, manifest));
