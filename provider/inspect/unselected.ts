import { isPaused, type Program } from "../derivation";
import { grouped } from "../text/grouped";
import type { Issue } from "../world/issues";
import { type CustomResource, objectKey } from "../world/objects";
import { choiceBy, choices, selectorKinds } from "./choices";

/** Warnings of unselected objects that take effect only when they are selected. */
export function unselectedObjects(program: Program): Issue[] {
  const invalid = new Set(program.issues.flatMap(({ object, severity }) => (severity === "error" ? [object.split("/")[0]] : [])));
  return program.resources.flatMap((object): Issue[] => {
    const kinds = selectorKinds(object.kind, program.context.kinds);
    // The selection of an invalid workload shows after its repair.
    if (!kinds || kinds.some((kind) => invalid.has(kind))) return [];
    const made = choices(object, program);
    if (made.some(({ isSelected }) => isSelected)) return [];
    const reasons = made.map(({ workload, reasons }) => `${objectKey(workload)}: ${reasons.join("; ")}`);
    const why = reasons.length > 0 ? firstOf(reasons) : `there is no ${kinds.join(" or ")}`;
    return [{ object: objectKey(object), path: "", message: `nothing selects it: ${why}`, severity: "warning" }];
  });
}

/** The objects of some custom resources that no workload of a program could select, by kind: only workloads elsewhere can. */
export function unselectableObjects(program: Program, resources: Iterable<CustomResource>): Unselectable[] {
  const byKind = grouped([...resources].map((resource) => [resource.kind, resource] as const));
  return [...byKind].flatMap(([kind, objects]) => {
    const selectors = selectorKinds(kind, program.context.kinds);
    const isSelectable = program.resources.some((workload) => selectors?.includes(workload.kind));
    return selectors && !isSelectable ? [{ kind, objects, selectors }] : [];
  });
}

/** Objects of a kind that workloads elsewhere may select. */
export interface Unselectable {
  readonly kind: string;
  readonly objects: readonly CustomResource[];
  /** The kinds of workloads that could select them. */
  readonly selectors: readonly string[];
}

/** Warnings of a workload that selects none of the objects which it could select, for each kind of them. */
export function emptySelections(program: Program, workload: CustomResource): Issue[] {
  if (isPaused(workload)) return [];
  const obstacles: (readonly [path: string, obstacle: string])[] = [];
  for (const object of program.resources) {
    const choice = choiceBy(workload, object, program);
    if (choice?.isSelected) return [];
    if (choice) obstacles.push([choice.path, `${objectKey(object)}: ${choice.reasons.join("; ")}`]);
  }
  return [...grouped(obstacles)].map(
    ([path, own]): Issue => ({
      object: objectKey(workload),
      path,
      message: `selects nothing of selectFrom: ${firstOf(own)}`,
      severity: "warning",
    }),
  );
}

/** Maximum number of workloads or objects in a warning. */
const shown = 3;

/** The first of some reasons, and the number of the others. */
const firstOf = (reasons: readonly string[]): string =>
  `${reasons.slice(0, shown).join(" | ")}${reasons.length > shown ? ` | and ${reasons.length - shown} more` : ""}`;
