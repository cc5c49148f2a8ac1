import { applicationPort, single } from "../../vmauth/backend";
import { v1 } from "../../world/objects";
import type { Kind } from "../kind";
import { check } from "./check";
import { derive, outputs, selfScrapes } from "./derive";
import { spec, type VLSingleSpec } from "./schema";

export const VLSingle: Kind<VLSingleSpec> = {
  kind: "VLSingle",
  apiVersion: v1,
  description: "A database for logs in a single pod, which takes in what is pushed to it and answers queries.",
  spec,
  check,
  selfScrapes,
  derive,
  applications: { vlsingle: { retention: "7d" } },
  outputs,
  backends: new Map([["VLSingle", single("VLSingle", applicationPort("vlsingle"))]]),
};
