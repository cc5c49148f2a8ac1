import type { Context } from "../context";
import { expectedOneOf } from "../schema/fields";
import { nearest } from "../text/nearest";
import type { Backend, Backends } from "./backend";

/** The context for derivations of VMAuths and VMUsers. */
export interface AuthContext extends Context {
  readonly kinds: { readonly backends: Backends };
}

/** The backend of a name in a target; undefined for an unknown name. */
export const backendOf = (name: string, { kinds }: Pick<AuthContext, "kinds">): Backend | undefined => kinds.backends.get(name);

/** Reports the unknown name of a backend. */
export function checkBackend(name: string, path: string, context: Pick<AuthContext, "kinds" | "report">): void {
  if (backendOf(name, context)) return;
  const names = [...context.kinds.backends.keys()].sort();
  const parts = names.filter((each) => each.startsWith(`${name}/`));
  const similar = nearest(name, names);
  const hint = parts.length === 0 && similar ? `; did you mean ${similar}?` : "";
  context.report.error(path, `${expectedOneOf(parts.length > 0 ? parts : names)}, got ${JSON.stringify(name)}${hint}`);
}
