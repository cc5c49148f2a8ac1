import { v1beta1 } from "../../world/objects";
import type { Kind } from "../kind";
import { componentArguments, type VMClusterArguments } from "./arguments";
import { backends } from "./backends";
import { check } from "./check";
import { derive } from "./derive";
import { example } from "./example";
import { outputs } from "./outputs";
import { spec, type VMClusterSpec } from "./schema";
import { selfScrapes } from "./self-scrapes";

export const VMCluster: Kind<VMClusterSpec, VMClusterArguments> = {
  kind: "VMCluster",
  apiVersion: v1beta1,
  description: "A database for metrics whose parts scale on their own: storage nodes, with vminsert for writing and vmselect for queries.",
  spec,
  example,
  arguments: componentArguments,
  check,
  selfScrapes,
  derive,
  applications: { vmcluster: {}, vmstorage: { retention: "1" }, vmselect: {}, vminsert: {}, "vmclusterlb-vmauth-balancer": {} },
  outputs,
  backends,
};
