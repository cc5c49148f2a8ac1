import { usersSelected } from "../../vmauth/gateway";
import { plain } from "../../workload/plain";
import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { selectsOnly } from "../selects-only";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMAuthSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VMAuth: Kind<VMAuthSpec> = {
  kind: "VMAuth",
  apiVersion: v1beta1,
  description: "A proxy that authenticates requests, and forwards them to the allowed targets.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vmauth: {} },
  outputs,
  selects: selectsOnly("VMUser", (auth) => usersSelected(plain(auth))),
};
