import type { Kind } from "../../kind";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMAlertmanagerSpec } from "./schema";

export const VMAlertmanager: Kind<VMAlertmanagerSpec> = {
  kind: "VMAlertmanager",
  description: "A cluster of Alertmanager, which tells people of alerts as VMAlertmanagerConfigs and its own configuration say.",
  spec,
  check,
  selfScrapes,
  derive,
  outputs,
};
