import type { Kind } from "../../kind";
import { check } from "./check";
import { review } from "./review";
import { spec, type VMAlertmanagerConfigSpec } from "./schema";

export const VMAlertmanagerConfig: Kind<VMAlertmanagerConfigSpec> = {
  kind: "VMAlertmanagerConfig",
  description:
    "Routes, receivers, silencing and times of one team, which become part of the configuration of every VMAlertmanager that selects it.",
  spec,
  check,
  review,
};
