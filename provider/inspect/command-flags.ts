import type { Derivation } from "../derived";

/** The flags of a program: each with its values, one for a flag that takes no list. */
export type Flags = ReadonlyMap<string, readonly string[]>;

interface PodTemplate {
  readonly template?: { readonly spec?: { readonly containers?: readonly { readonly name: string; readonly args?: readonly string[] }[] } };
}

/** The flags of the container with a name, in the first workload that has one. */
export function flagsIn({ objects }: Derivation, container: string): Flags {
  const containers = objects.flatMap(({ manifest }) => (manifest.spec as PodTemplate | undefined)?.template?.spec?.containers ?? []);
  const { args = [] } = containers.find(({ name }) => name === container) ?? {};
  const flags = new Map<string, readonly string[]>();
  for (const argument of args) {
    const [, name, value = "true"] = /^--?([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name !== undefined) flags.set(name, [...(flags.get(name) ?? []), ...listItems(value)]);
  }
  return flags;
}

/** The items of a list in a flag: commas in quotes part nothing. */
function listItems(text: string): string[] {
  const items = text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^,])+|(?<=^|,)(?=,|$)/gs) ?? [];
  return items.map((item) => (/^"(?:[^"\\]|\\.)*"$/s.test(item) ? unquoted(item) : item.replace(/^'([^']*)'$/s, "$1")));
}

function unquoted(item: string): string {
  try {
    return JSON.parse(item) as string;
  } catch {
    return item.slice(1, -1);
  }
}

/** The value of a list for one of several targets: a single value holds for all of them. */
export function itemOf(flags: Flags, name: string, index: number): string {
  const items = flags.get(name) ?? [];
  return (items.length === 1 ? items[0] : items[index]) ?? "";
}
