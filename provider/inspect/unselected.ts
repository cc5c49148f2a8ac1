import { isPaused, type Program } from "../derivation";
import type { Issue } from "../world/issues";
import { type CustomResource, objectKey } from "../world/objects";
import { choices, selectionOf, selectorKinds } from "./choices";

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
    const why = reasons.length > 0 ? reasons.slice(0, shown).join(" | ") : `there is no ${kinds.join(" or ")}`;
    const others = reasons.length > shown ? ` | and ${reasons.length - shown} more` : "";
    return [{ object: objectKey(object), path: "", message: `nothing selects it: ${why}${others}`, severity: "warning" }];
  });
}

/** Warnings of a workload that selects none of the objects which it could select, for each kind of them. */
export function emptySelections(program: Program, workload: CustomResource): Issue[] {
  if (isPaused(workload)) return [];
  const { kinds } = program.context;
  const key = objectKey(workload);
  const made = program.resources.flatMap((object) => {
    const fields = selectionOf(object.kind, workload, kinds);
    if (!fields || "none" in fields) return [];
    const choice = choices(object, program).find((one) => objectKey(one.workload) === key);
    return choice ? [{ object, path: fields.objects.path, ...choice }] : [];
  });
  if (made.some(({ isSelected }) => isSelected)) return [];
  return [...new Set(made.map(({ path }) => path))].map((path): Issue => {
    const own = made.filter((one) => one.path === path);
    const reasons = own.slice(0, shown).map(({ object, reasons }) => `${objectKey(object)}: ${reasons.join("; ")}`);
    const others = own.length > shown ? ` | and ${own.length - shown} more` : "";
    return { object: key, path, message: `selects nothing of selectFrom: ${reasons.join(" | ")}${others}`, severity: "warning" };
  });
}

/** Maximum number of workloads or objects in a warning. */
const shown = 3;
