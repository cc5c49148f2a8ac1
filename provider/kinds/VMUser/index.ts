import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { componentArguments, type VMUserArguments } from "./arguments";
import { check } from "./check";
import { derive, generated, secrets } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMUserSpec } from "./schema";

export const VMUser: Kind<VMUserSpec, VMUserArguments> = {
  kind: "VMUser",
  apiVersion: v1beta1,
  description: "A user of the VMAuths that select it: credentials and targets of requests.",
  verb: "lets in",
  spec,
  example,
  arguments: componentArguments,
  check,
  generated,
  secrets,
  derive,
  outputs,
};
