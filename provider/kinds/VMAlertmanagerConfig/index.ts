import { AlertmanagerConfig } from "../../convert/alertmanager-config";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { review } from "./review";
import { spec, type VMAlertmanagerConfigSpec } from "./schema";

export const VMAlertmanagerConfig: Kind<VMAlertmanagerConfigSpec> = {
  kind: "VMAlertmanagerConfig",
  apiVersion: v1beta1,
  description:
    "Routes, receivers, silencing and times of one team, which become part of the configuration of every VMAlertmanager that selects it.",
  verb: "routes by",
  spec,
  example,
  check,
  review,
  convertedFrom: AlertmanagerConfig,
};
