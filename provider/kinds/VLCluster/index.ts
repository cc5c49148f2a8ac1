import { v1 } from "../../world/objects";
import type { Kind } from "../kind";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VLClusterSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VLCluster: Kind<VLClusterSpec> = {
  kind: "VLCluster",
  apiVersion: v1,
  description: "A database for logs whose parts scale on their own: storage nodes, with vlinsert for writing and vlselect for queries.",
  spec,
  example,
  check,
  selfScrapes,
  derive,
  applications: { vlcluster: {}, vlstorage: { retention: "7d" }, vlselect: {}, vlinsert: {}, "vlclusterlb-vmauth-balancer": {} },
  outputs,
  backends,
};
