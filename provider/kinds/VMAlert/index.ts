import { applicationPort, single } from "../../vmauth/backend";
import { plain } from "../../workload/plain";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { selectsOnly } from "../selects-only";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMAlertSpec } from "./schema";
import { ruleSelectors } from "./selected-groups";

export const VMAlert: Kind<VMAlertSpec> = {
  kind: "VMAlert",
  apiVersion: v1beta1,
  description: "Evaluates the rules of the VMRules that it selects, writes their results to a database and sends alerts to Alertmanagers.",
  spec,
  check,
  selfScrapes,
  derive,
  applications: { vmalert: {} },
  outputs,
  selects: selectsOnly("VMRule", (resource) => ruleSelectors(plain(resource).spec)),
  backends: new Map([["VMAlert", single("VMAlert", applicationPort("vmalert"))]]),
};
