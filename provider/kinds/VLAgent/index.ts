import { v1 } from "../../world/objects";
import type { Kind } from "../kind";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VLAgentSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VLAgent: Kind<VLAgentSpec> = {
  kind: "VLAgent",
  apiVersion: v1,
  description:
    "An agent that takes log entries in, or collects those of all containers on each node, and writes them to one or more targets.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vlagent: {} },
  outputs,
  backends,
};
