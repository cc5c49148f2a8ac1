import type { Kind } from "../../kind";
import { check } from "./check";
import { spec, type VMProbeSpec } from "./schema";

/** It registers no Kubernetes object: a VMAgent or VMSingle that selects it makes a scrape job of it. */
export const VMProbe: Kind<VMProbeSpec> = {
  kind: "VMProbe",
  description: "What is probed from outside, by way of a prober that every VMAgent and VMSingle that selects it asks.",
  spec,
  check,
};
