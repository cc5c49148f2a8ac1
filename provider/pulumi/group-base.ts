import * as pulumi from "@pulumi/pulumi";
import { noteReading } from "./idle-components";
import type { Outcome } from "./outcome";

/** The result of a group, as far as others look at it. */
export interface Grouped {
  /** Makes the entries for `selectFrom`: what the group has of custom resources, and the objects that others look at. */
  readonly entries: () => readonly unknown[];
}

/** The groups that this process has made, by URN: a plugin gets them as references. */
const made = new Map<string, GroupBase>();

/** The base of groups, for those who select from them. */
export abstract class GroupBase<Result extends Grouped = Grouped> extends pulumi.ComponentResource<Outcome<Result>> {
  /** The outcome of the group. @internal */
  abstract outcome(): Promise<Outcome<Result>>;

  /** Lets references to the group find it. */
  protected remember(): void {
    this.urn.apply((urn) => void made.set(urn, this as unknown as GroupBase));
  }

  /** The outcome of the group that a reference leads to. @internal */
  async originalOutcome(urn: string): Promise<Outcome<Grouped>> {
    noteReading(this);
    const own = await this.outcome();
    return own.state === "referenced" ? ((await made.get(urn)?.outcome()) ?? own) : own;
  }
}
