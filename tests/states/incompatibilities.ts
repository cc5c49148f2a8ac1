import { isDeepStrictEqual } from "node:util";
import type { Run } from "../engine/stack";

/** The engine's planned operation on one resource. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly old?: State;
  readonly new?: State;
}

interface State {
  readonly type: string;
  readonly inputs?: object;
}

/** The allowed operations on an existing resource. */
const harmless: readonly string[] = ["same", "update", "read", "refresh"];

/** The effects in a preview that a new version of the package must not have: new, lost and replaced resources, new pods. */
export const incompatibilities = ({ events }: Run): string[] =>
  events.flatMap(({ resourcePreEvent }) => (resourcePreEvent ? problemsOf(resourcePreEvent.metadata) : []));

/** The same for one resource. */
export function problemsOf(step: Step): string[] {
  const resource = step.urn.split("::").slice(2).join("::");
  if (!harmless.includes(step.op)) return [`${step.op} ${resource}`];
  const [before, after] = [podTemplate(step.old), podTemplate(step.new)];
  return isDeepStrictEqual(before, after) ? [] : [`new pod template ${resource}`];
}

function podTemplate(state: State | undefined): unknown {
  const { spec } = (state?.inputs ?? {}) as { spec?: { template?: unknown } };
  return state?.type.startsWith("kubernetes:apps/") ? spec?.template : undefined;
}
