import type { Problem } from "../schema/parse";
import type { Values } from "../values/values";
import { resolve } from "./resolve";

/** Switches of a component's own work. */
export interface Switches {
  readonly onInvalid: "fail" | "skip";
  readonly readReferences: boolean;
  readonly adopt: boolean;
  /** Of a group: which of its custom resources are components. */
  readonly components: "needed" | "all";
}

const accepted: Readonly<Record<keyof Switches, readonly unknown[]>> = {
  onInvalid: ["fail", "skip"],
  readReferences: [true, false],
  adopt: [true, false],
  components: ["needed", "all"],
};

/**
 * The switches among a component's arguments, or their defaults. In a plugin they may be Outputs, like all arguments. Other types, secrets and
 * unknown values are problems.
 */
export async function switchesOf(
  args: Readonly<Partial<Record<keyof Switches, unknown>>>,
  values: Values,
): Promise<Switches & { readonly problems: readonly Problem[] }> {
  const { value, problems: unreadable } = await resolve(
    Object.fromEntries(Object.keys(accepted).map((name) => [name, args[name as keyof Switches]])),
    values,
    "",
  );
  const given = Object.entries(value as Record<keyof Switches, unknown>).filter(([, setting]) => setting !== null && setting !== undefined);
  const isAccepted = ([name, setting]: [string, unknown]): boolean => accepted[name as keyof Switches].includes(setting);
  const problems = given
    .filter((entry) => !isAccepted(entry))
    .map(([path]) => ({ path, message: `expected a plain ${accepted[path as keyof Switches].join(" or ")}` }));
  const chosen = Object.fromEntries(given.filter(isAccepted)) as Partial<Switches>;
  return { onInvalid: "fail", readReferences: true, adopt: false, components: "needed", ...chosen, problems: [...unreadable, ...problems] };
}
