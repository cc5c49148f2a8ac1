import type { Kind } from "../../kind";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMSingleSpec } from "./schema";

export const VMSingle: Kind<VMSingleSpec> = {
  kind: "VMSingle",
  description: "A database for metrics in a single pod, which takes in what is pushed to it and answers queries.",
  spec,
  check,
  selfScrapes,
  derive,
  outputs,
};
