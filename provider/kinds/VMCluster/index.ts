import type { Kind } from "../../kind";
import { check } from "./check";
import { derive } from "./derive";
import { outputs } from "./outputs";
import { spec, type VMClusterSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VMCluster: Kind<VMClusterSpec> = {
  kind: "VMCluster",
  description: "A database for metrics whose parts scale on their own: storage nodes, with vminsert for writing and vmselect for queries.",
  spec,
  check,
  selfScrapes,
  derive,
  outputs,
};
