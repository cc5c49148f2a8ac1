import { prefixedName } from "../../workload/labels";
import type { Plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import type { VMUserSpec } from "./schema";

/** Names and descriptions of the outputs. */
export const outputs = {
  secretName: "Name of the Secret with the user's credentials; empty with `disable_secret_creation`.",
  username: "Name that the user logs in with, unless it has a token.",
};

/** The values of the outputs. */
export function loginOf(user: CustomResource<Plain<VMUserSpec>>): Record<keyof typeof outputs, string> {
  const { metadata, spec } = user;
  return { secretName: spec.disable_secret_creation ? "" : prefixedName(user), username: spec.username || metadata.name };
}
