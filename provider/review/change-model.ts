import type { TargetChange } from "../inspect/targets-formats";
import type { Manifest } from "../world/objects";

/** The text in place of every secret value, for all sources of changes. */
export const secretMark = "[secret]";

/** Whether a text is or contains a secret. */
export const isMaskedText = (value: unknown): boolean => typeof value === "string" && value.includes(secretMark);

/** The keys that lead to a value. */
export type Keys = readonly (string | number)[];

/** The change of one Kubernetes object, with secret values masked. */
export interface ObjectChange {
  /** `Kind/namespace/name`. */
  readonly key: string;
  /** Undefined for a new object. */
  readonly old?: Manifest;
  /** Undefined for a removed object. */
  readonly now?: Manifest;
  /** It is replaced (deleted and recreated), since it cannot be changed in a cluster. */
  readonly isReplaced?: boolean;
  /** It stays in the cluster without its component. */
  readonly isKept?: boolean;
  /** Of a workload: an autoscaler or somebody else sets the number of its pods, before the change or after it. */
  readonly isScaled?: boolean;
  /** Paths of changed values that must stay hidden. */
  readonly hidden: readonly Keys[];
}

/** The generated configuration of one custom resource as readers see it, by file: a title, then one line for each value. */
export interface ConfigChange {
  /** The custom resource: `VMAgent/<namespace>/<name>`. */
  readonly owner: string;
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/** A claim of a StatefulSet's pod that grows in place. */
export interface GrownClaim {
  /** `<namespace>/<name>` */
  readonly claim: string;
  readonly size: string;
}

/** A whole change, from any source. Unchanged objects and configurations may be missing. */
export interface Change {
  readonly objects: readonly ObjectChange[];
  readonly configs: readonly ConfigChange[];
  readonly claims: readonly GrownClaim[];
  /** Targets that come, go or get other labels; none where the source has no objects to find targets among. */
  readonly targets: readonly TargetChange[];
  /** The limits of the source. */
  readonly notes: readonly string[];
}

/** One value that changes. */
export interface Difference {
  /** `spec.template.spec.containers[vmagent].args[-loggerLevel]`. */
  readonly path: string;
  /** Undefined if there was no value. */
  readonly old?: unknown;
  readonly now?: unknown;
}

/** The pods of a workload that a change concerns. */
export interface Pods {
  /** Names of pods, if they are predictable, in order. */
  readonly names?: readonly string[];
  /** Their number; undefined if the cluster decides. */
  readonly count?: number;
  /** The number is an autoscaler's, and not that of the nodes. */
  readonly areScaled?: boolean;
}

/** The effects on the pods of one workload. */
export interface Rollout {
  /** `StatefulSet/<namespace>/<name>`. */
  readonly workload: string;
  /** Pods that restart. */
  readonly restarts?: Pods;
  /** The way of their replacement. */
  readonly how?: string;
  readonly why: readonly Difference[];
  /** Pods that keep running while others of the workload restart. */
  readonly stays?: Pods;
  /** New pods. */
  readonly starts?: Pods;
  /** Removed pods. */
  readonly ends?: Pods;
  /** A new template waits for a manual restart. */
  readonly waits?: string;
}

/** Splits `Kind/namespace/name`. */
export function partsOfKey(key: string): { readonly kind: string; readonly namespace: string; readonly name: string } {
  const [kind = "", namespace = "", ...name] = key.split("/");
  return { kind, namespace, name: name.join("/") };
}

/** `Kind namespace/name`, as in texts. */
export function titleOf(key: string): string {
  const { kind, namespace, name } = partsOfKey(key);
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}
