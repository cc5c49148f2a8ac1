import { v1 } from "../../world/objects";
import type { Kind } from "../kind";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VTSingleSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VTSingle: Kind<VTSingleSpec> = {
  kind: "VTSingle",
  apiVersion: v1,
  description: "A database for traces in a single pod, which takes in spans that are pushed to it and answers queries.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vtsingle: { retention: "7d" } },
  outputs,
  backends,
};
