import type { Context } from "../context";
import type { Backends } from "./backend";

/** What a derivation of VMAuths and VMUsers can see and say. */
export interface AuthContext extends Context {
  readonly kinds: { readonly backends: Backends };
}

/** How requests reach what a target names. */
export function backendOf(name: string, { kinds }: Pick<AuthContext, "kinds">) {
  const found = kinds.backends.get(name);
  if (!found) throw new Error(`no kind of the table answers as ${name}`);
  return found;
}
