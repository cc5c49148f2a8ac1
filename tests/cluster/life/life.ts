/** The spec of a custom resource, or of a plain workload of Kubernetes. */
export type Spec = Readonly<Record<string, unknown>>;

/**
 * Pods of a workload: the ordinals of a StatefulSet's, the number of a Deployment's, `all` where the cluster decides their number, as it does of a
 * DaemonSet and under an autoscaler.
 */
export type Pods = readonly number[] | number | "all";

/** The effects of a change on the pods of one workload. The restarts of a StatefulSet are in the order in which they happen. */
export interface Fate {
  readonly restarts?: Pods;
  readonly starts?: Pods;
  readonly ends?: Pods;
}

/** Fates by workload: `Kind name`. */
export type Fates = Readonly<Record<string, Fate>>;

/** One row of the table: a change of one resource, and everything that happens in the cluster. */
export interface Row {
  readonly change: string;
  /** The spec of after, made of that of before. */
  readonly spec: (before: never) => Spec;
  /** Further arguments of the component. */
  readonly arguments?: Spec;
  /** Options of the component. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The effects on the pods, which the review foretells exactly; nothing else restarts, starts or ends. */
  readonly pods: Fates;
  /** Effects that no review can foretell, such as those of an autoscaler, in place of the above. */
  readonly unforeseen?: Fates;
  /** Workloads that restart one after the other, by name. */
  readonly order?: readonly string[];
  /** Objects that are deleted and created again under their name: `Kind name`. */
  readonly replaced?: readonly string[];
  /** Claims that go; all others stay, with their volumes. */
  readonly claimsGone?: readonly string[];
  /** Secrets whose passwords change; all other passwords stay. */
  readonly passwords?: readonly string[];
}

/** A change that is refused before it does anything. */
interface RefusedRow {
  readonly change: string;
  readonly spec: (before: never) => Spec;
  readonly message: RegExp;
}

/** One resource, and the changes of its life: one in each round. Its name is a word that is in the names of its objects, and of no others. */
export interface Life {
  readonly kind: string;
  readonly name: string;
  readonly spec: Spec;
  readonly changes: readonly Row[];
  readonly refused?: readonly RefusedRow[];
}

/** A spec with other fields; those that are undefined are taken away. */
export const fields =
  (more: Spec) =>
  (before: Spec): Spec => ({ ...before, ...more });

/** The same for a part of a cluster. */
export const part =
  (name: string, more: Spec) =>
  (before: Spec): Spec => ({ ...before, [name]: { ...(before[name] as Spec), ...more } });

/** The same spec as before. */
export const unchanged = (before: Spec): Spec => before;

/** A claim of this size. */
export const claim = (storage: string) => ({ resources: { requests: { storage } } });

/** A template for claims of this size. */
export const claims = (storage: string, more: Spec = {}) => ({ volumeClaimTemplate: { spec: { ...claim(storage), ...more } } });

/** An older version of all programs: its images differ from the default ones. */
export const olderTag = "v1.130.0";
