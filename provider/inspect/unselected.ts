import type { Program } from "../derivation";
import type { Issue } from "../world/issues";
import { objectKey } from "../world/objects";
import { choices, selectorKinds } from "./choices";

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

/** Maximum number of workloads in a warning. */
const shown = 3;
