import type { Consequences } from "../consequences";

/** Something that a change may do and that nobody wants to find out afterwards. */
export interface Risk {
  /** For machines: `retention-lowered`. */
  readonly id: string;
  readonly title: string;
  /** What happens, and why that is bad. */
  readonly reason: string;
  /** How to do it safely. */
  readonly safely: string;
  /** Where the change does it: a sentence for each place. */
  readonly find: (consequences: Consequences) => readonly string[];
}
