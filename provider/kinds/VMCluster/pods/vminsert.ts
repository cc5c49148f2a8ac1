import type { Context } from "../../../context";
import type { DerivedObject } from "../../../derived";
import { mountedFiles, partArguments } from "../../../features/cluster/cluster-containers";
import { deploymentPart } from "../../../features/cluster/cluster-deployment";
import type { Part } from "../../../features/cluster/cluster-model";
import { insertContainerPorts } from "../../../features/insert-ports";
import { httpPort, mainContainer } from "../../../workload/container";
import type { Container, VolumeMount } from "../../../workload/plain";
import { podTemplate } from "../../../workload/pod";
import { probes } from "../../../workload/probes";
import { mountsOf, volumesOf } from "../../../workload/volumes";
import { insertFlags } from "../flags";
import type { Cluster, InsertSpec } from "../members";
import { clusterNativePorts } from "../node-ports";

/** The Deployment of vminsert. */
export function insertWorkload(part: Part<InsertSpec>, cluster: Cluster, context: Context): DerivedObject {
  const { workload } = part;
  const { volumes = [], volumeMounts = [] } = workload.spec;
  const files = mountedFiles(workload, context);
  const container = vminsert(part, cluster, [...volumeMounts, ...mountsOf(files)], context);
  const template = podTemplate(workload, { containers: [container], volumes: [...volumes, ...volumesOf(files)] }, context);
  return deploymentPart(workload, template, context);
}

function vminsert(
  { workload, server }: Part<InsertSpec>,
  cluster: Cluster,
  volumeMounts: readonly VolumeMount[],
  context: Context,
): Container {
  const { spec } = workload;
  const { clusterNativeListenPort, insertPorts } = spec;
  return mainContainer(
    workload,
    {
      args: partArguments(workload, insertFlags(spec, cluster, context), context),
      ports: [httpPort(workload), ...insertContainerPorts(insertPorts), ...clusterNativePorts(clusterNativeListenPort)],
      volumeMounts,
      probes: probes(spec, server, { liveness: true }, context),
    },
    context,
  );
}
