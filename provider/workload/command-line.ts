import type { Context } from "../context";
import type { OperationName } from "../values/operations";
import type { Placeholder, Values } from "../values/values";
import type { Workload } from "./workload";

type Value = string | number | boolean;

/** `-name=value`. */
export const flag = (name: string, value: Value): string => `-${name}=${value}`;

/** A flag for each entry with a value; empty text counts as absent. */
export function flags(entries: Readonly<Record<string, Value | undefined>>): string[] {
  return Object.entries(entries).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [flag(name, value)]));
}

/** A flag without a value for each entry that is switched on. */
export function switchFlags(entries: Readonly<Record<string, boolean | Placeholder | undefined>>): string[] {
  return Object.entries(entries).flatMap(([name, value]) => (typeof value === "string" ? [flag(name, value)] : value ? [`-${name}`] : []));
}

/** The format of a flag with many values: the text for a missing value, and the quoting of the others. */
export interface Slots {
  readonly gap: string;
  readonly quotes: Extract<OperationName, "flagItem" | "flagQuoted" | "goQuoted">;
}

/** A flag with a value for each of several targets, at the target's position; left out if no target has a value. */
export function positionalFlag(
  name: string,
  slots: readonly (Value | undefined)[],
  values: Values,
  { gap, quotes }: Slots = { gap: "", quotes: "flagItem" },
): string[] {
  const texts = slots.map((slot) => (slot === undefined || String(slot) === gap ? gap : values.apply(quotes, String(slot))));
  return texts.every((text) => text === gap) ? [] : [flag(name, texts.join(","))];
}

/** The flags that all applications share: where to listen, what to log, and whether variables set flags too. */
export function commonFlags({ spec, defaults }: Workload, { defaults: { enableTCP6 } }: Context): string[] {
  return [flag("httpListenAddr", `:${spec.port || defaults.port}`), ...(enableTCP6 ? ["-enableTCP6"] : []), ...environmentFlags(spec)];
}

/** Lets environment variables set flags, if any are given. */
export function environmentFlags({
  extraEnvs = [],
  extraEnvsFrom = [],
}: {
  extraEnvs?: readonly unknown[];
  extraEnvsFrom?: readonly unknown[];
}): string[] {
  return extraEnvs.length > 0 || extraEnvsFrom.length > 0 ? [flag("envflag.enable", true)] : [];
}

/** `-loggerLevel` and `-loggerFormat`. */
export function loggingFlags({ logLevel, logFormat }: { readonly logLevel?: string; readonly logFormat?: string }): string[] {
  return flags({ loggerLevel: logLevel, loggerFormat: logFormat });
}

type Given = Readonly<Record<string, string>>;

/** How a program takes arguments. */
interface Spelling {
  readonly dashes: "-" | "--";
  /** An empty value gives the bare flag. */
  readonly bare?: boolean;
}

/** The arguments of a main container. `last` are derived ones that come after all others, and so win over the user's. */
export const mainArguments = (
  derived: readonly string[],
  given: Given | undefined,
  values: Values,
  last: readonly string[] = [],
): string[] => [...argumentsWith(derived, given, { dashes: "-" }, values), ...last];

/** Derived arguments, replaced by the user's of the same name, sorted. All arguments that users give become flags here. */
export function argumentsWith(derived: readonly string[], given: Given = {}, { dashes, bare = false }: Spelling, values: Values): string[] {
  const own = Object.entries(given).map(([name, value]) => {
    // vmalert splits paths of rules at commas.
    const written = name === "rule" ? values.apply("goQuoted", value) : value;
    return bare && value === "" ? `${dashes}${name}` : `${dashes}${name}=${written}`;
  });
  return sorted([...withoutGiven(derived, given), ...own], values);
}

/** Derived arguments without those that users give. */
export const withoutGiven = (derived: readonly string[], given: Given = {}): string[] =>
  derived.filter((argument) => !Object.hasOwn(given, nameOf(argument)));

/** Arguments in the order of their bytes. */
export const sorted = (list: readonly string[], values: Values): string[] => values.sort(list, (argument) => argument);

/** The text between the dashes and the equals sign. */
const nameOf = (argument: string): string => /^-*([^=]*)/.exec(argument)?.[1] ?? argument;
