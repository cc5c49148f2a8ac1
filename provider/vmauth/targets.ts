import { checkSort, checkTarget, type Owner } from "./access-check";
import type { Target } from "./access-types";
import { checkResources } from "./addresses";
import type { AuthContext } from "./auth-context";

/** A target, filled in from a default target. */
export interface ResolvedTarget {
  readonly target: Target;
  /** The field that it stands in. */
  readonly path: string;
  /** The fields given here. */
  readonly given: Target;
}

/** The default targets of a VMAuth. */
export interface DefaultTargets {
  readonly targets: readonly Target[];
  /** Their owner, for messages: `VMAuth monitoring/main`. */
  readonly owner: string;
}

/** Targets, filled in from default targets. Invalid targets and missing resources are reported. */
export function resolvedTargets(
  targets: readonly Target[],
  path: string,
  defaults: DefaultTargets,
  owner: Owner,
  context: AuthContext,
): ResolvedTarget[] {
  return targets.map((given, index) => {
    const where = `${path}[${index}]`;
    const target = given.name ? filledIn(given, given.name, where, defaults, owner, context) : given;
    if (target.crd) checkResources(target.crd, `${where}.crd`, context);
    return { target, given, path: where };
  });
}

function filledIn(
  given: Target,
  name: string,
  path: string,
  { targets, owner: auth }: DefaultTargets,
  owner: Owner,
  context: AuthContext,
): Target {
  const byDefault = targets.find((target) => target.name === name);
  if (!byDefault) {
    context.report.error(`${path}.name`, `${auth} has no default target ${JSON.stringify(name)}: expected one of its defaultTargetRefs`);
    return given;
  }
  const target = merged(byDefault, given) as Target;
  checkSort(target, path, context);
  checkTarget(target, path, owner, context);
  return target;
}

type Fields = Readonly<Record<string, unknown>>;

/** Objects are merged field by field; other values win if they are given and not empty. */
function merged(base: object, given: object): object {
  const fields = Object.entries(given)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]) => {
      const before = (base as Fields)[name];
      return [name, isObject(before) && isObject(value) ? merged(before, value) : value];
    });
  return { ...base, ...Object.fromEntries(fields) };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
