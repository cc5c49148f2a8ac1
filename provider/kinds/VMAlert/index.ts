import type { Kind } from "../../kind";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMAlertSpec } from "./schema";

export const VMAlert: Kind<VMAlertSpec> = {
  kind: "VMAlert",
  description: "Evaluates the rules of the VMRules that it selects, writes their results to a database and sends alerts to Alertmanagers.",
  spec,
  check,
  selfScrapes,
  derive,
  outputs,
};
