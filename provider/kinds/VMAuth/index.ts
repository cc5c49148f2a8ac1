import type { Kind } from "../../kind";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMAuthSpec } from "./schema";

export const VMAuth: Kind<VMAuthSpec> = {
  kind: "VMAuth",
  description: "A proxy that checks who sends a request, and sends it on to where the sender may go.",
  spec,
  check,
  selfScrapes,
  derive,
  outputs,
};
