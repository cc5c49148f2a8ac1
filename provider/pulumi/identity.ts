import { hasPlaceholder, type Values } from "../values/values";

interface Identity {
  readonly object: unknown;
  /** Names that are secret themselves, and names that are not known yet. */
  readonly problems: readonly (readonly [path: string, state: "secret" | "unknown"])[];
}

/** The object with readable identifying names, if all of it was made secret. */
export function identityOf(object: unknown, values: Values): Identity {
  const problems: [path: string, state: "secret" | "unknown"][] = [];
  if (typeof object !== "object" || object === null) return { object, problems };
  const open = (fields: Readonly<Record<string, unknown>>, names: readonly string[], prefix = ""): Record<string, unknown> => {
    const opened = names.flatMap((name) => {
      const text = fields[name];
      if (typeof text !== "string" || !hasPlaceholder(text)) return [];
      if (!values.isKnown(text)) problems.push([`${prefix}${name}`, "unknown"]);
      else if ([...values.origins(text).values()].some((origin) => !origin.opened)) problems.push([`${prefix}${name}`, "secret"]);
      return values.isKnown(text) ? [[name, values.evaluate(text)]] : [];
    });
    return { ...fields, ...Object.fromEntries(opened) };
  };
  const { metadata, ...fields } = object as Readonly<Record<string, unknown>>;
  const named = open(fields, ["apiVersion", "kind"]);
  if (typeof metadata !== "object" || metadata === null) return { object: { ...named, metadata }, problems };
  return { object: { ...named, metadata: open(metadata as Record<string, unknown>, ["name", "namespace"], "metadata.") }, problems };
}
