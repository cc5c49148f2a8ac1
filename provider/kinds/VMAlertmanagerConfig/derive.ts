import type { Context } from "../../context";
import type { Derivation } from "../../kind";
import type { CustomResource } from "../../world/objects";
import { fragmentOf } from "./fragment";
import type { VMAlertmanagerConfigSpec } from "./schema";
import { checkStrictly } from "./strict-check";
import { UnreadReferences } from "./unread-references";

/** Nothing: the resource becomes part of the Alertmanagers that select it. What all of them would refuse is reported before any does. */
export function derive(resource: CustomResource<VMAlertmanagerConfigSpec>, context: Context): Derivation {
  const { receivers } = fragmentOf(resource, {}, new UnreadReferences(context.values));
  checkStrictly(resource.spec, receivers, undefined, context);
  return { objects: [], configs: [], outputs: {} };
}
