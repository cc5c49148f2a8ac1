import * as pulumi from "@pulumi/pulumi";
import type { Values } from "../values/values";
import { resolve } from "./resolve";

/** Arguments that say how a component goes about its work. */
export interface Switches {
  readonly onInvalid: "fail" | "skip";
  readonly readReferences: boolean;
  readonly adopt: boolean;
}

const accepted: Readonly<Record<keyof Switches, readonly unknown[]>> = {
  onInvalid: ["fail", "skip"],
  readReferences: [true, false],
  adopt: [true, false],
};

/**
 * The switches among a component's arguments, or their defaults. In a plugin they may be Outputs, as all arguments. An error where one is something
 * else, or secret or not known yet.
 */
export async function switchesOf(args: Readonly<Partial<Record<keyof Switches, unknown>>>, values: Values): Promise<Switches> {
  const { value } = await resolve({ onInvalid: args.onInvalid, readReferences: args.readReferences, adopt: args.adopt }, values, "");
  const given = Object.entries(value as Record<keyof Switches, unknown>).filter(([, setting]) => setting !== null);
  const problems = given
    .filter(([name, setting]) => !accepted[name as keyof Switches].includes(setting))
    .map(([name]) => `${name}: expected a plain ${accepted[name as keyof Switches].join(" or ")}`);
  if (problems.length > 0) throw new pulumi.RunError(problems.join("\n"));
  return { onInvalid: "fail", readReferences: true, adopt: false, ...(Object.fromEntries(given) as Partial<Switches>) };
}
