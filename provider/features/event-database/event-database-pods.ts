import type { Context } from "../../context";
import { commonFlags, flag, loggingFlags, mainArguments } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import { licenseFlags, licenseVolume } from "../../workload/license";
import type { PodTemplateSpec } from "../../workload/plain";
import { podTemplate } from "../../workload/pod";
import { probes } from "../../workload/probes";
import { configMapVolumes, mountsOf, secretVolumes, volumesOf } from "../../workload/volumes";
import { withDataMount, withDataVolume } from "../data-volume";
import { eventRetentionFlags } from "../event-retention";
import { syslogCertificates, syslogContainerPorts, syslogFlags, syslogVolumes } from "../syslog";
import type { EventDatabase } from "./event-database";

/** Name of the volume with the data. */
const dataVolume = "data";

/** The pod of a database for events. */
export function eventDatabasePods(database: EventDatabase, context: Context): PodTemplateSpec {
  const { workload, server, storageDataPath, hasClaim } = database;
  const { spec, name } = workload;
  const { values } = context;
  const files = [
    ...secretVolumes(spec, context),
    ...configMapVolumes(spec, context),
    ...syslogVolumes(spec.syslogSpec, syslogCertificates, values),
    ...licenseVolume(spec.license),
  ];
  const container = mainContainer(
    workload,
    {
      args: mainArguments([...commonFlags(workload, context), ...ownFlags(database, context)], spec.extraArgs, values),
      ports: [httpPort(workload), ...syslogContainerPorts(spec.syslogSpec)],
      volumeMounts: [...withDataMount(spec.volumeMounts, { name: dataVolume, path: storageDataPath }, context), ...mountsOf(files)],
      probes: probes(spec, server, { liveness: false }, context),
    },
    context,
  );
  const volumes = [...withDataVolume(spec.volumes, dataVolume, hasClaim ? name : undefined, context), ...volumesOf(files)];
  return podTemplate(workload, { containers: [container], volumes }, context);
}

function ownFlags({ workload: { spec }, storageDataPath }: EventDatabase, { values }: Context): string[] {
  return [
    flag("storageDataPath", storageDataPath),
    ...loggingFlags(spec),
    ...eventRetentionFlags(spec),
    ...syslogFlags(spec.syslogSpec, syslogCertificates, values),
    ...licenseFlags(spec.license),
  ];
}
