import { plain } from "../../workload/plain";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { selectsOnly } from "../selects-only";
import { backends } from "./backends";
import { check } from "./check";
import { configSelectors } from "./configuration/selected-configs";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMAlertmanagerSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VMAlertmanager: Kind<VMAlertmanagerSpec> = {
  kind: "VMAlertmanager",
  apiVersion: v1beta1,
  description:
    "A cluster of Alertmanager, which sends notifications of alerts as configured by VMAlertmanagerConfigs and its own configuration.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vmalertmanager: {} },
  outputs,
  selects: selectsOnly("VMAlertmanagerConfig", (resource) => configSelectors(plain(resource).spec)),
  backends,
};
