import type { Context } from "../../context";
import { checkBackup } from "../../features/backup";
import { checkCluster } from "../../features/cluster/cluster-check";
import { checkDownsampling } from "../../features/downsampling";
import { checkRetentionFilters, checkRetentions } from "../../features/retention-filters";
import { checkSecretNames } from "../../workload/volumes";
import type { CustomResource } from "../../world/objects";
import { checkDiscovery } from "./discovery-check";
import type { Cluster } from "./members";
import { clusterOf } from "./model";
import type { VMClusterSpec } from "./schema";
import { checkStorageNodes } from "./storage-nodes-check";

/** Reports problems beyond the field types. */
export function check(resource: CustomResource<VMClusterSpec>, context: Context): void {
  const cluster = clusterOf(resource, context);
  const { downsampling, license } = cluster.resource.spec;
  checkCluster(cluster, context);
  checkStorage(cluster, context);
  checkDiscovery(cluster, context);
  checkStorageNodes(cluster, context);
  checkDownsampling(downsampling, license, context);
}

function checkStorage({ storage, resource }: Cluster, context: Context): void {
  if (!storage) return;
  const { workload } = storage;
  const { vmBackup, retentionFilters } = workload.spec;
  const { retentionPeriod, license } = resource.spec;
  checkBackup(workload, vmBackup, context);
  checkSecretNames({ "spec.vmstorage.vmBackup.credentialsSecret": vmBackup?.credentialsSecret }, context.report);
  checkRetentions(retentionPeriod, workload.spec.extraArgs, workload.path, context);
  checkRetentionFilters(retentionFilters, "spec.vmstorage.retentionFilters", retentionPeriod, license, context);
}
