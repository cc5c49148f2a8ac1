import type { Context } from "../context";
import { expectedOneOf } from "../schema/fields";
import type { Backend, Backends } from "./backend";

/** What a derivation of VMAuths and VMUsers can see and say. */
export interface AuthContext extends Context {
  readonly kinds: { readonly backends: Backends };
}

/** How requests reach what a target names; undefined if no kind answers by that name. */
export const backendOf = (name: string, { kinds }: Pick<AuthContext, "kinds">): Backend | undefined => kinds.backends.get(name);

/** Reports a name by which no kind answers. */
export function checkBackend(name: string, path: string, context: Pick<AuthContext, "kinds" | "report">): void {
  if (backendOf(name, context)) return;
  context.report.error(path, `${expectedOneOf([...context.kinds.backends.keys()].sort())}, got ${JSON.stringify(name)}`);
}
