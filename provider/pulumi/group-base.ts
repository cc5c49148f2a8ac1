import * as pulumi from "@pulumi/pulumi";
import type { Outcome } from "./outcome";

/** The result of a group, as far as others look at it. */
export interface Grouped {
  /** Makes the entries for `selectFrom`: what the group has of custom resources, and the objects that others look at. */
  readonly entries: () => readonly unknown[];
}

/** The base of groups, for those who select from them. */
export abstract class GroupBase<Result extends Grouped = Grouped> extends pulumi.ComponentResource<Outcome<Result>> {
  /** The outcome of the group. @internal */
  abstract outcome(): Promise<Outcome<Result>>;
}
