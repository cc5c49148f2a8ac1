import type { Manifest } from "../world/objects";

/** Stands in the place of every secret value, whatever a change comes from. */
export const secretMark = "[secret]";

/** Whether a text is a secret, or holds one. */
export const isMaskedText = (value: unknown): boolean => typeof value === "string" && value.includes(secretMark);

/** The keys that lead to a value. */
export type Keys = readonly (string | number)[];

/** What becomes of one Kubernetes object; secret values in it are masked. */
export interface ObjectChange {
  /** `Kind/namespace/name`. */
  readonly key: string;
  /** Undefined for an object that is new. */
  readonly old?: Manifest;
  /** Undefined for an object that goes away. */
  readonly now?: Manifest;
  /** It is deleted and made again, since it cannot be changed in a cluster. */
  readonly isReplaced?: boolean;
  /** It stays in the cluster when the component goes. */
  readonly isKept?: boolean;
  /** Values that change and that nobody may see. */
  readonly hidden: readonly Keys[];
}

/** The generated configuration of one custom resource as readers see it, by file: a title, then one line for each value. */
export interface ConfigChange {
  /** The custom resource: `VMAgent/<namespace>/<name>`. */
  readonly owner: string;
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/** A claim of a StatefulSet's pod that is given more storage where it is. */
export interface GrownClaim {
  /** `<namespace>/<name>` */
  readonly claim: string;
  readonly size: string;
}

/** A change as a whole, whatever it was read from. Objects and configurations that stay as they are may be missing. */
export interface Change {
  readonly objects: readonly ObjectChange[];
  readonly configs: readonly ConfigChange[];
  readonly claims: readonly GrownClaim[];
  /** What the source cannot tell. */
  readonly notes: readonly string[];
}

/** One value that changes. */
export interface Difference {
  /** `spec.template.spec.containers[vmagent].args[-loggerLevel]`. */
  readonly path: string;
  /** Undefined where there was no value. */
  readonly old?: unknown;
  readonly now?: unknown;
}

/** The pods of a workload that a change concerns. */
export interface Pods {
  /** Names of pods where they are known beforehand, in order. */
  readonly names?: readonly string[];
  /** How many they are; undefined where the cluster decides. */
  readonly count?: number;
}

/** What becomes of the pods of one workload. */
export interface Rollout {
  /** `StatefulSet/<namespace>/<name>`. */
  readonly workload: string;
  /** Pods that end and come back. */
  readonly restarts?: Pods;
  /** How they are replaced. */
  readonly how?: string;
  readonly why: readonly Difference[];
  /** Pods that go on running, where others of the workload do not. */
  readonly stays?: Pods;
  /** Pods that were not there. */
  readonly starts?: Pods;
  /** Pods that do not come back. */
  readonly ends?: Pods;
  /** A new template waits for somebody: nothing restarts by itself. */
  readonly waits?: string;
}

/** Splits `Kind/namespace/name`. */
export function partsOfKey(key: string): { readonly kind: string; readonly namespace: string; readonly name: string } {
  const [kind = "", namespace = "", ...name] = key.split("/");
  return { kind, namespace, name: name.join("/") };
}

/** `Kind namespace/name`, as texts have it. */
export function titleOf(key: string): string {
  const { kind, namespace, name } = partsOfKey(key);
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}
