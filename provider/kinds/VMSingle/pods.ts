import type { Context } from "../../context";
import { commonFlags, flags, loggingFlags, mainArguments } from "../../kubernetes/arguments";
import { backupContainers, credentialsVolume, restoreContainers } from "../../kubernetes/backup";
import type { ConfigFiles } from "../../kubernetes/config-files";
import { configReloader, reloadAuthKey, reloadAuthKeyArguments } from "../../kubernetes/config-reloader";
import { httpPort, mainContainer } from "../../kubernetes/container";
import { withDataMount, withDataVolume } from "../../kubernetes/data-volume";
import { downsamplingFlags } from "../../kubernetes/downsampling";
import { insertContainerPorts, insertPortFlags } from "../../kubernetes/insert-ports";
import { licenseFlags, licenseVolume } from "../../kubernetes/license";
import type { Container, PodTemplateSpec, VolumeMount } from "../../kubernetes/plain";
import { podTemplate } from "../../kubernetes/pod";
import { probes } from "../../kubernetes/probes";
import { hasRelabeling, relabelingPlace } from "../../kubernetes/relabeling";
import { retentionFilterFlags } from "../../kubernetes/retention-filters";
import { streamAggregationFlags } from "../../kubernetes/stream-aggregation";
import { configMapVolumes, type Mounted, mountsOf, secretVolumes, serviceAuthority, volumesOf } from "../../kubernetes/volumes";
import type { Single } from "./single";

export const relabelingFileName = "relabeling.yaml";
export const aggregationFileName = "config.yaml";

/** Generated files that the database reads. */
interface Files {
  readonly relabeling: ConfigFiles;
  readonly aggregation: ConfigFiles;
}

/** Name of the volume with the data. */
const dataVolume = "data";

/** The pod of a single node: the database, and the sidecars that keep its configuration and its backups. */
export function pods(single: Single, files: Files, context: Context): PodTemplateSpec {
  const { workload, server, storageDataPath, hasClaim, hasReloader } = single;
  const { spec, name } = workload;
  const dataMounts = withDataMount(spec.volumeMounts, { name: dataVolume, path: storageDataPath }, context);
  const mounted = mountedBySpec(single, files, context);
  const watched = mountsOf([...configMapVolumes(spec, context), ...files.aggregation.mounted, ...files.relabeling.mounted]);
  const { vmBackup } = spec;
  const backedUp = vmBackup && { vmBackup, storageDataPath, destination: vmBackup.destination ?? "", volumeMounts: dataMounts };
  const containers = [
    database(single, [...dataMounts, ...mountsOf([...mounted, ...reloadAuthKey(workload)])], context),
    ...(hasReloader ? [configReloader(workload, server, { mounts: watched }, context)] : []),
    ...(backedUp ? backupContainers(workload, server, backedUp, context) : []),
  ];
  const volumes = [
    ...withDataVolume(spec.volumes, dataVolume, hasClaim ? name : undefined, context),
    ...volumesOf([...(vmBackup ? credentialsVolume(vmBackup, context) : []), ...mounted, ...reloadAuthKey(workload)]),
  ];
  return podTemplate(
    workload,
    { containers, initContainers: backedUp ? restoreContainers(workload, backedUp, context) : [], volumes },
    context,
  );
}

/** What the database sees beside its data. */
function mountedBySpec({ workload: { spec } }: Single, { relabeling, aggregation }: Files, context: Context): Mounted[] {
  return [
    ...secretVolumes(spec, context),
    ...configMapVolumes(spec, context),
    ...aggregation.mounted,
    ...relabeling.mounted,
    ...licenseVolume(spec.license),
    ...serviceAuthority(context),
  ];
}

function database(single: Single, volumeMounts: readonly VolumeMount[], context: Context): Container {
  const { workload, server } = single;
  const { spec } = workload;
  const args = mainArguments([...commonFlags(workload, context), ...ownFlags(single)], spec.extraArgs, context.values);
  return mainContainer(
    workload,
    {
      args: [...args, ...reloadAuthKeyArguments(workload)],
      ports: [httpPort(workload), ...insertContainerPorts(spec.insertPorts)],
      volumeMounts,
      probes: probes(spec, server, { liveness: false }, context),
    },
    context,
  );
}

function ownFlags({ workload: { spec }, storageDataPath }: Single): string[] {
  const { retentionPeriod, downsampling, license, streamAggrConfig, insertPorts, inlineRelabelConfig, relabelConfig } = spec;
  const relabels = hasRelabeling(inlineRelabelConfig, relabelConfig);
  return [
    ...loggingFlags(spec),
    ...flags({
      storageDataPath,
      retentionPeriod,
      "dedup.minScrapeInterval": downsampling?.dedupInterval,
      relabelConfig: relabels ? `${relabelingPlace.mountPath}/${relabelingFileName}` : undefined,
    }),
    ...downsamplingFlags(downsampling),
    ...retentionFilterFlags(spec.retentionFilters),
    ...insertPortFlags(insertPorts),
    ...streamAggregationFlags(streamAggrConfig, aggregationFileName),
    ...licenseFlags(license),
  ];
}
