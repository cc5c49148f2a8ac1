import type { Context } from "../../context";
import type { DerivedObject } from "../../derived";
import { flags } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import { licenseVolume } from "../../workload/license";
import { alwaysRestarted, podTemplate } from "../../workload/pod";
import { probes } from "../../workload/probes";
import { configMapVolumes, type Mounted, mountsOf, secretVolumes, volumesOf } from "../../workload/volumes";
import type { Workload } from "../../workload/workload";
import { partArguments } from "../cluster/cluster-containers";
import { deploymentPart } from "../cluster/cluster-deployment";
import type { Part } from "../cluster/cluster-model";
import { dataVolumeName, statefulPart, withTerminationLog } from "../cluster/cluster-stateful";
import { withMountAt } from "../data-volume";
import { eventRetentionFlags } from "../event-retention";
import { dataStorage } from "../stateful-storage";
import { syslogCertificates, syslogContainerPorts, syslogFlags, syslogVolumes } from "../syslog";
import type { EventCluster } from "./event-cluster";
import type { EventStorageSpec } from "./event-cluster-fields";
import { storageNodeFlags } from "./event-storage-nodes";

/** The workloads of the existing parts. */
export function eventWorkloads(cluster: EventCluster, context: Context) {
  const { storage, select, insert } = cluster;
  return {
    ...(storage && { storage: storageWorkload(storage, cluster, context) }),
    ...(select && { select: selectWorkload(select, cluster, context) }),
    ...(insert && { insert: insertWorkload(insert, cluster, context) }),
  };
}

/** The license, and the files that users give to an application. */
const filesOf = ({ spec, license }: Workload, context: Context): Mounted[] => [
  ...licenseVolume(license),
  ...secretVolumes(spec, context),
  ...configMapVolumes(spec, context),
];

function insertWorkload({ workload, server }: NonNullable<EventCluster["insert"]>, cluster: EventCluster, context: Context): DerivedObject {
  const { spec } = workload;
  const { volumes = [], volumeMounts = [], syslogSpec } = spec;
  const files = [...syslogVolumes(syslogSpec, syslogCertificates, context.values), ...filesOf(workload, context)];
  const own = [
    ...flags({ "internalselect.disable": true }),
    ...storageNodeFlags(cluster, "insert", context),
    ...syslogFlags(syslogSpec, syslogCertificates, context.values),
  ];
  const container = mainContainer(
    workload,
    {
      args: partArguments(workload, own, context),
      ports: [httpPort(workload), ...syslogContainerPorts(syslogSpec)],
      volumeMounts: [...volumeMounts, ...mountsOf(files)],
      probes: probes(spec, server, { liveness: true }, context),
    },
    context,
  );
  return deploymentPart(
    workload,
    podTemplate(workload, { containers: [container], volumes: [...volumes, ...volumesOf(files)] }, context),
    context,
  );
}

function selectWorkload({ workload, server }: NonNullable<EventCluster["select"]>, cluster: EventCluster, context: Context): DerivedObject {
  const { spec } = workload;
  const { volumes = [], volumeMounts = [] } = spec;
  const files = filesOf(workload, context);
  const own = [...flags({ "internalinsert.disable": true }), ...storageNodeFlags(cluster, "select", context)];
  const container = mainContainer(
    workload,
    {
      args: partArguments(workload, own, context),
      ports: [httpPort(workload)],
      volumeMounts: [...volumeMounts, ...mountsOf(files)],
      probes: probes(spec, server, { liveness: true }, context),
    },
    context,
  );
  const parts = { containers: [withTerminationLog(container)], volumes: [...volumes, ...volumesOf(files)] };
  return deploymentPart(workload, alwaysRestarted(podTemplate(workload, parts, context)), context);
}

function storageWorkload({ workload, server }: Part<EventStorageSpec>, { family }: EventCluster, context: Context): DerivedObject {
  const { spec } = workload;
  const { prefix, fields } = family;
  const storageDataPath = spec.storageDataPath || `/${prefix}storage-data`;
  const name = dataVolumeName(spec.storage, `${prefix}storage-db`);
  const data = dataStorage(workload, spec.storage, name, "storage", context);
  const files = filesOf(workload, context);
  const container = mainContainer(
    workload,
    {
      args: partArguments(workload, [...flags({ storageDataPath }), ...eventRetentionFlags(spec)], context),
      ports: [httpPort(workload)],
      volumeMounts: [...withMountAt(workload, { name, path: storageDataPath }, context), ...mountsOf(files)],
      probes: probes(spec, server, { liveness: false }, context),
    },
    context,
  );
  const volumes = [...(spec.volumes ?? []), ...volumesOf(files), ...data.volumes];
  const template = podTemplate(workload, { containers: [withTerminationLog(container)], volumes }, context);
  return { ...statefulPart(workload, data, template, context), shrinking: shrinking(fields.storage) };
}

/** Steps to take before there are fewer storage nodes. */
const shrinking = (field: string): string =>
  `what the last nodes hold is no longer found, unless they were emptied first: put their numbers into ${field}.maintenanceInsertNodeIDs, wait ` +
  "until the retention period has passed, and only then lower the count";
