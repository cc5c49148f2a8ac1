import type { Consequences } from "../consequences";

/** A dangerous effect of a change. */
export interface Risk {
  /** For machines: `retention-lowered`. */
  readonly id: string;
  readonly title: string;
  /** The effect and its harm. */
  readonly reason: string;
  /** The safe procedure. */
  readonly safely: string;
  /** The places of the risk: a sentence for each. */
  readonly find: (consequences: Consequences) => readonly string[];
}
