import type { Change, Rollout } from "./change-model";
import type { PartChange } from "./parts";

/** A change with what follows from it. */
export interface Consequences {
  readonly change: Change;
  readonly rollouts: readonly Rollout[];
  readonly parts: readonly PartChange[];
  readonly reloads: readonly string[];
}
