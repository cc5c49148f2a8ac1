import type { Context } from "../../context";
import type { CustomResource } from "../../world/objects";
import { fragmentOf } from "./fragment";
import type { VMAlertmanagerConfigSpec } from "./schema";
import { checkStrictly } from "./strict-check";
import { UnreadReferences } from "./unread-references";

/** Reports what every Alertmanager would refuse, whatever the values are that the resource refers to. */
export function review(resource: CustomResource<VMAlertmanagerConfigSpec>, context: Context): void {
  const { receivers } = fragmentOf(resource, {}, new UnreadReferences(context.values));
  checkStrictly(resource.spec, receivers, undefined, context);
}
