import type { TargetChange } from "../inspect/targets-formats";
import type { Difference, GrownClaim, Rollout } from "./change-model";
import type { PartChange } from "./parts";
import type { FoundRisk } from "./risks";

/** The findings of a review. */
export interface Review {
  /** A summary in a sentence or two. */
  readonly headline: string;
  readonly risks: readonly FoundRisk[];
  /** Effects on pods, by workload. */
  readonly rollouts: readonly Rollout[];
  /** Custom resources whose pods read a changed configuration without a restart. */
  readonly reloads: readonly string[];
  /** Jobs, groups of rules, receivers, users and other pieces of generated configuration that change. */
  readonly parts: readonly PartChange[];
  /** Targets that come, go or get other labels. */
  readonly targets: readonly TargetChange[];
  /** Values of workloads that change. */
  readonly workloads: readonly { readonly workload: string; readonly differences: readonly Difference[] }[];
  /** All objects, by their kind of change. */
  readonly objects: Objects;
  readonly claims: readonly GrownClaim[];
  readonly notes: readonly string[];
}

/** Objects as `Kind/namespace/name`. */
export interface Objects {
  readonly created: readonly string[];
  readonly deleted: readonly string[];
  readonly replaced: readonly string[];
  readonly changed: readonly string[];
  /** Objects that stay in the cluster without their component. */
  readonly left: readonly string[];
}
