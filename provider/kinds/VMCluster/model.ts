import type { Context } from "../../context";
import { clusterWith, type Family } from "../../features/cluster/cluster-model";
import { plain } from "../../workload/plain";
import type { CustomResource } from "../../world/objects";
import type { Cluster } from "./members";
import type { VMClusterSpec } from "./schema";
import { insertService, selectService, storageService } from "./services";

const family: Family = {
  prefix: "vm",
  fields: { storage: "vmstorage", select: "vmselect", insert: "vminsert" },
  stateful: ["storage", "select"],
  fixesTypes: true,
  balancer: {
    hostPrefix: "srv+",
    routes: [
      { paths: ["/insert/.*"], part: "insert" },
      { paths: ["/.*"], part: "select" },
    ],
  },
};

export function clusterOf(given: CustomResource<VMClusterSpec>, context: Context): Cluster {
  const resource = plain(given);
  const { vmstorage, vmselect, vminsert } = resource.spec;
  const parts = {
    storage: { spec: vmstorage, service: (member: Parameters<typeof storageService>[0]) => storageService(member, context) },
    select: { spec: vmselect, service: selectService },
    insert: { spec: vminsert, service: insertService },
  };
  return clusterWith(family, resource, parts, context);
}
