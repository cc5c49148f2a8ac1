import type { Context } from "../context";
import { expectedOneOf } from "../schema/fields";
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
  context.report.error(path, `${expectedOneOf([...context.kinds.backends.keys()].sort())}, got ${JSON.stringify(name)}`);
}
