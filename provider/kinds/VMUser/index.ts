import type { Kind } from "../../kind";
import { check } from "./check";
import { derive, generated, outputs, secrets } from "./derive";
import { spec, type VMUserSpec } from "./schema";

export const VMUser: Kind<VMUserSpec> = {
  kind: "VMUser",
  description: "Who may use the VMAuths that select it, by which credentials, and where the requests go.",
  spec,
  check,
  generated,
  secrets,
  derive,
  outputs,
};
