import type { Context } from "../../context";
import type { CustomResource } from "../../world/objects";
import { fragmentOf } from "./fragment";
import type { VMAlertmanagerConfigSpec } from "./schema";
import { checkStrictly } from "./strict-check";
import { UnreadReferences } from "./unread-references";

/** Reports errors for every Alertmanager, independent of the values of references. */
export function review(resource: CustomResource<VMAlertmanagerConfigSpec>, context: Context): void {
  const { receivers } = fragmentOf(resource, {}, new UnreadReferences(context.values));
  checkStrictly(resource.spec, receivers, undefined, context);
}
