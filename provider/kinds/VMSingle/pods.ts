import type { Context } from "../../context";
import { backupContainers, credentialsVolume, restoreContainers } from "../../features/backup";
import { configInit, configReloader, reloadAuthKey, reloadAuthKeyArguments } from "../../features/config-reloader";
import { withDataMount, withDataVolume } from "../../features/data-volume";
import { insertContainerPorts } from "../../features/insert-ports";
import { readOnly, type ScrapeFiles } from "../../features/scrape-files";
import type { ConfigFiles } from "../../kubernetes/config-map";
import { commonFlags, mainArguments } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import { licenseVolume } from "../../workload/license";
import type { Container, PodTemplateSpec, Volume, VolumeMount } from "../../workload/plain";
import { podTemplate } from "../../workload/pod";
import { probes } from "../../workload/probes";
import {
  configMapVolumes,
  type Mounted,
  mountsOf,
  secretVolumes,
  serviceAuthority,
  tokenMounts,
  tokenVolumes,
  volumesOf,
} from "../../workload/volumes";
import { databaseFlags } from "./flags";
import type { Single } from "./model";

/** Generated files that the database reads. */
interface Files {
  /** None where it does not scrape. */
  readonly scrape: ScrapeFiles | undefined;
  readonly relabeling: ConfigFiles;
  readonly aggregation: ConfigFiles;
}

/** Name of the volume with the data. */
const dataVolume = "data";

/** The pod of a single node: the database, and the sidecars that keep its configuration and its backups. */
export function pods(single: Single, files: Files, context: Context): PodTemplateSpec {
  const { workload, server, storageDataPath, hasReloader } = single;
  const { vmBackup, ...spec } = workload.spec;
  const { scrape } = files;
  const dataMounts = withDataMount(spec.volumeMounts, { name: dataVolume, path: storageDataPath }, context);
  const sharedMounts = [...dataMounts, ...(scrape ? scrapeMounts(scrape) : [])];
  const reloads = {
    mounts: mountsOf([...configMapVolumes(spec, context), ...files.aggregation.mounted, ...files.relabeling.mounted]),
    ...scrape?.reloads,
  };
  const backedUp = vmBackup && { vmBackup, storageDataPath, destination: vmBackup.destination ?? "", volumeMounts: sharedMounts };
  const containers = [
    database(single, mountsOfDatabase(single, sharedMounts, files, context), context),
    ...(hasReloader ? [configReloader(workload, server, reloads, context)] : []),
    ...(backedUp ? backupContainers(workload, server, backedUp, context) : []),
  ];
  const initContainers = [
    ...(scrape ? [configInit(workload, server, reloads, context)] : []),
    ...(backedUp ? restoreContainers(workload, backedUp, context) : []),
  ];
  return podTemplate(workload, { containers, initContainers, volumes: volumes(single, files, context) }, context);
}

function volumes(single: Single, files: Files, context: Context): Volume[] {
  const { workload, hasClaim } = single;
  const { spec, name } = workload;
  const { scrape } = files;
  return [
    ...withDataVolume(spec.volumes, dataVolume, hasClaim ? name : undefined, context),
    ...volumesOf([
      ...(scrape ? [scrape.tlsAssets, scrape.configOut, scrape.config, ...scrape.overflowOut] : []),
      ...(spec.vmBackup ? credentialsVolume(spec.vmBackup, context) : []),
      ...mountedBySpec(single, files, context),
      ...(scrape?.overflow ?? []),
      ...reloadAuthKey(workload),
    ]),
    ...(scrape ? tokenVolumes(spec) : []),
  ];
}

const scrapeMounts = ({ configOut, tlsAssets, config, overflowOut }: ScrapeFiles): VolumeMount[] => [
  readOnly(configOut.mount),
  tlsAssets.mount,
  config.mount,
  ...mountsOf(overflowOut).map(readOnly),
];

function mountsOfDatabase(single: Single, shared: readonly VolumeMount[], files: Files, context: Context): VolumeMount[] {
  const { workload } = single;
  const mounts = [...shared, ...mountsOf(mountedBySpec(single, files, context))];
  // Only a scraper uses the Kubernetes API.
  return [...mounts, ...(files.scrape ? tokenMounts(workload.spec, mounts) : []), ...mountsOf(reloadAuthKey(workload))];
}

/** The mounted files of the database beside its data. */
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
  const args = mainArguments(
    [...commonFlags(workload, context), ...databaseFlags(single)],
    spec.extraArgs,
    context.values,
    reloadAuthKeyArguments(workload),
  );
  return mainContainer(
    workload,
    {
      args,
      ports: [httpPort(workload), ...insertContainerPorts(spec.insertPorts)],
      volumeMounts,
      probes: probes(spec, server, { liveness: false }, context),
    },
    context,
  );
}
