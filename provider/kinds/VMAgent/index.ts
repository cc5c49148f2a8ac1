import type { Kind } from "../../kind";
import { componentArguments, type VMAgentArguments } from "./arguments";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VMAgentSpec } from "./schema";

export const VMAgent: Kind<VMAgentSpec, VMAgentArguments> = {
  kind: "VMAgent",
  description:
    "An agent that scrapes what scrape objects select, takes in what is pushed to it, and writes all samples to one or more targets.",
  spec,
  arguments: componentArguments,
  check,
  selfScrapes,
  derive,
  outputs,
};
