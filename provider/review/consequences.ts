import type { Change, Rollout } from "./change-model";
import type { PartChange } from "./parts";

/** A change with its consequences. */
export interface Consequences {
  readonly change: Change;
  readonly rollouts: readonly Rollout[];
  readonly parts: readonly PartChange[];
  readonly reloads: readonly string[];
}
