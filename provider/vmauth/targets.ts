import { checkSort, checkTarget, type Owner } from "./access-check";
import type { Target } from "./access-types";
import { checkResources } from "./addresses";
import type { AuthContext } from "./auth-context";

/** A target as it is used: with what a default target fills in. */
export interface ResolvedTarget {
  readonly target: Target;
  /** The field that it stands in. */
  readonly path: string;
  /** What was given in the place itself. */
  readonly given: Target;
}

/** The default targets of a VMAuth. */
export interface DefaultTargets {
  readonly targets: readonly Target[];
  /** Whose they are, for messages: `VMAuth monitoring/main`. */
  readonly owner: string;
}

/** Targets with what default ones fill in. One that is not usable, or whose resources are not there, is reported. */
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

/** Objects field by field; of all else what is given, unless it is empty. */
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
