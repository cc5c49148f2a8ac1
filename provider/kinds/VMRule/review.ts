import type { Context } from "../../context";
import type { CustomResource } from "../../world/objects";
import { deduplicate, describeRepetition, numbered, repetitionsAmong } from "./repeated-rules";
import type { VMRuleSpec } from "./schema";

/**
 * Warns of repeated rules where nobody can tell yet what becomes of them: a VMAlert may remove them before vmalert sees them, so it is the VMAlert
 * that reports those which are left.
 */
export function review({ spec }: CustomResource<VMRuleSpec>, { world, values, report }: Context): void {
  if (world.customResources("VMAlert").length > 0) return;
  for (const [group, { rules }] of spec.groups.entries())
    for (const repetition of repetitionsAmong(numbered(rules), values)) {
      const message = `${describeRepetition(repetition)}; a VMAlert takes both only with the annotation ${deduplicate}`;
      report.warning(`spec.groups[${group}].rules[${repetition.index}]`, message);
    }
}
