import { v1 } from "../../world/objects";
import type { Kind } from "../kind";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VTClusterSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VTCluster: Kind<VTClusterSpec> = {
  kind: "VTCluster",
  apiVersion: v1,
  description: "A database for traces whose parts scale on their own: storage nodes, with vtinsert for writing and vtselect for queries.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vtcluster: {}, vtstorage: { retention: "7d" }, vtselect: {}, vtinsert: {}, "vtclusterlb-vmauth-balancer": {} },
  outputs,
  backends,
};
