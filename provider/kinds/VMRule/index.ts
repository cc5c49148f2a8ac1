import { PrometheusRule } from "../../convert/prometheus-rule";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { example } from "./example";
import { review } from "./review";
import { spec, type VMRuleSpec } from "./schema";

/** It registers no Kubernetes object: a VMAlert that selects it evaluates its rules. */
export const VMRule: Kind<VMRuleSpec> = {
  kind: "VMRule",
  apiVersion: v1beta1,
  description: "Groups of alerting and recording rules, evaluated by every VMAlert that selects them.",
  verb: "evaluates",
  spec,
  example,
  check,
  review,
  convertedFrom: PrometheusRule,
};
