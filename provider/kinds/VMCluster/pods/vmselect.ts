import type { Context } from "../../../context";
import type { DerivedObject } from "../../../derived";
import { mountedFiles, partArguments } from "../../../features/cluster/cluster-containers";
import type { Part } from "../../../features/cluster/cluster-model";
import { dataVolumeName, statefulPart, withTerminationLog } from "../../../features/cluster/cluster-stateful";
import { withMountAt } from "../../../features/data-volume";
import { dataStorage } from "../../../features/stateful-storage";
import { httpPort, mainContainer } from "../../../workload/container";
import type { Container, VolumeMount } from "../../../workload/plain";
import { alwaysRestarted, podTemplate } from "../../../workload/pod";
import { probes } from "../../../workload/probes";
import { mountsOf, volumesOf } from "../../../workload/volumes";
import { cachePath, selectFlags } from "../flags";
import type { Cluster, SelectSpec } from "../members";
import { clusterNativePorts } from "../node-ports";

/** The StatefulSet of vmselect. */
export function selectWorkload(part: Part<SelectSpec>, cluster: Cluster, context: Context): DerivedObject {
  const { workload } = part;
  const { spec } = workload;
  const name = dataVolumeName(spec.storage, "vmselect-cachedir");
  const cache = dataStorage(workload, spec.storage, name, "storage", context);
  const files = mountedFiles(workload, context);
  const mounts = [...withMountAt(workload, { name, path: cachePath(spec) }, context), ...mountsOf(files)];
  const volumes = [...(spec.volumes ?? []), ...volumesOf(files), ...cache.volumes];
  const template = podTemplate(workload, { containers: [vmselect(part, cluster, mounts, context)], volumes }, context);
  return statefulPart(workload, cache, alwaysRestarted(template), context);
}

function vmselect(
  { workload, server }: Part<SelectSpec>,
  cluster: Cluster,
  volumeMounts: readonly VolumeMount[],
  context: Context,
): Container {
  const { spec } = workload;
  const { clusterNativeListenPort } = spec;
  return withTerminationLog(
    mainContainer(
      workload,
      {
        args: partArguments(workload, selectFlags(spec, cluster, context), context),
        ports: [httpPort(workload), ...clusterNativePorts(clusterNativeListenPort)],
        volumeMounts,
        probes: probes(spec, server, { liveness: true }, context),
      },
      context,
    ),
  );
}
