import { v1 } from "../../world/objects";
import type { Kind } from "../kind";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VLSingleSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VLSingle: Kind<VLSingleSpec> = {
  kind: "VLSingle",
  apiVersion: v1,
  description: "A database for logs in a single pod, which takes in what is pushed to it and answers queries.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vlsingle: { retention: "7d" } },
  outputs,
  backends,
};
