import { plain } from "../../workload/plain";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { selectsOnly } from "../selects-only";
import { componentArguments, type VMAlertArguments } from "./arguments";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMAlertSpec } from "./schema";
import { ruleSelectors } from "./selected-groups";
import { selfScrapes } from "./self-scrapes";

export const VMAlert: Kind<VMAlertSpec, VMAlertArguments> = {
  kind: "VMAlert",
  apiVersion: v1beta1,
  description: "Evaluates the rules of the VMRules that it selects, writes their results to a database and sends alerts to Alertmanagers.",
  spec,
  example,
  arguments: componentArguments,
  check,
  selfScrapes,
  derive,
  applications: { vmalert: {} },
  outputs,
  selects: selectsOnly("VMRule", (resource) => ruleSelectors(plain(resource).spec)),
  backends,
};
