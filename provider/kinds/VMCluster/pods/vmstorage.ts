import type { Context } from "../../../context";
import type { DerivedObject } from "../../../derived";
import { type Backup, backupContainers, credentialsVolume, restoreContainers } from "../../../features/backup";
import { containerPort, mountedFiles, partArguments } from "../../../features/cluster/cluster-containers";
import type { Part } from "../../../features/cluster/cluster-model";
import { dataVolumeName, statefulPart, withTerminationLog } from "../../../features/cluster/cluster-stateful";
import { withMountAt } from "../../../features/data-volume";
import { dataStorage } from "../../../features/stateful-storage";
import { httpPort, mainContainer } from "../../../workload/container";
import type { Container, VolumeMount } from "../../../workload/plain";
import { podTemplate } from "../../../workload/pod";
import { probes } from "../../../workload/probes";
import { mountsOf, volumesOf } from "../../../workload/volumes";
import { dataPath, storageFlags } from "../flags";
import type { Cluster, StorageSpec } from "../members";
import { insertNodePort, selectNodePort } from "../node-ports";

/** The StatefulSet of vmstorage, with the sidecar for backups. */
export function storageWorkload(part: Part<StorageSpec>, cluster: Cluster, context: Context): DerivedObject {
  const { workload, server } = part;
  const { spec } = workload;
  const { vmBackup, storage } = spec;
  const storageDataPath = dataPath(spec);
  const name = dataVolumeName(storage, "vmstorage-db");
  const data = dataStorage(workload, storage, name, "storage", context);
  const volumeMounts = withMountAt(workload, { name, path: storageDataPath }, context);
  const files = mountedFiles(workload, context);
  const backedUp = vmBackup && {
    vmBackup,
    storageDataPath,
    destination: destination(vmBackup, context),
    volumeMounts,
  };
  const containers = [
    vmstorage(part, cluster, [...volumeMounts, ...mountsOf(files)], context),
    ...(backedUp ? backupContainers(workload, server, backedUp, context) : []),
  ];
  const initContainers = backedUp ? restoreContainers(workload, backedUp, context) : [];
  const credentials = vmBackup ? credentialsVolume(vmBackup, context) : [];
  const volumes = [...(spec.volumes ?? []), ...volumesOf([...credentials, ...files]), ...data.volumes];
  return { ...statefulPart(workload, data, podTemplate(workload, { containers, initContainers, volumes }, context), context), shrinking };
}

/** The steps before a reduction of storage nodes. */
const shrinking =
  "data of the last nodes is lost for queries, unless they were emptied first: put their numbers into vmstorage.maintenanceInsertNodeIDs, wait " +
  "until the retention period has passed or the data is copied, and only then lower the count";

/** Each storage node has a folder of its own. */
function destination({ destination: given = "", destinationDisableSuffixAdd }: Backup, { values }: Context): string {
  return destinationDisableSuffixAdd || given === "" ? given : `${values.apply("withoutSlash", given)}/$(POD_NAME)/`;
}

function vmstorage(
  { workload, server }: Part<StorageSpec>,
  cluster: Cluster,
  volumeMounts: readonly VolumeMount[],
  context: Context,
): Container {
  const { spec } = workload;
  return withTerminationLog(
    mainContainer(
      workload,
      {
        args: partArguments(workload, storageFlags(spec, cluster), context),
        ports: [httpPort(workload), containerPort("vminsert", insertNodePort(spec)), containerPort("vmselect", selectNodePort(spec))],
        volumeMounts,
        probes: probes(spec, server, { liveness: false }, context),
      },
      context,
    ),
  );
}
