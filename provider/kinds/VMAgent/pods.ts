import type { Context } from "../../context";
import { commonFlags, flag, loggingFlags, mainArguments } from "../../kubernetes/arguments";
import { configInit, configReloader, reloadAuthKey, reloadAuthKeyArguments } from "../../kubernetes/config-reloader";
import { httpPort, mainContainer } from "../../kubernetes/container";
import { withDataMount, withDataVolume } from "../../kubernetes/data-volume";
import { insertContainerPorts, insertPortFlags } from "../../kubernetes/insert-ports";
import { licenseFlags, licenseVolume } from "../../kubernetes/license";
import type { Container, PodTemplateSpec, VolumeMount } from "../../kubernetes/plain";
import { podTemplate, spreadByOwnLabels } from "../../kubernetes/pod";
import { probes } from "../../kubernetes/probes";
import { readOnly, type ScrapeFiles, type ScrapePlace } from "../../kubernetes/scrape-files";
import { configMapVolumes, kubeApiAccess, mountsOf, secretVolumes, serviceAuthority, volumesOf } from "../../kubernetes/volumes";
import type { Agent, Spec } from "./agent";
import { remoteWriteFlags } from "./remote-write";

/** Where vmagent has its scrape configuration. */
export const scrapePlace: ScrapePlace = {
  file: "vmagent.yaml",
  configPath: "/etc/vmagent/config",
  configOutPath: "/etc/vmagent/config_out",
  tlsAssetsPath: "/etc/vmagent-tls/certs",
};

/** Samples that wait to be sent. */
const queue = { name: "persistent-queue-data", path: "/tmp/vmagent-remotewrite-data" };

/** The pod of an agent: vmagent, and the config-reloader that unpacks its configuration and tells it of changes. */
export function pods({ workload, server }: Agent, scrape: ScrapeFiles, context: Context): PodTemplateSpec {
  const { spec } = workload;
  const queueMounts = withDataMount(spec.volumeMounts, queue, context);
  const beside = [...secretVolumes(spec, context), ...configMapVolumes(spec, context), ...licenseVolume(spec.license), ...serviceAuthority(context)];
  const token = spec.disableAutomountServiceAccountToken ? [kubeApiAccess] : [];
  const authKey = reloadAuthKey(workload);
  const { configOut, tlsAssets, config, overflowOut, overflow } = scrape;
  const mounts: VolumeMount[] = [
    ...queueMounts,
    readOnly(configOut.mount),
    tlsAssets.mount,
    config.mount,
    ...mountsOf(overflowOut).map(readOnly),
    ...mountsOf([...beside, ...token, ...authKey]),
  ];
  const reloads = { mounts: mountsOf(configMapVolumes(spec, context)), config: scrape.reloads, overflow: { out: mountsOf(overflowOut), raw: mountsOf(overflow) } };
  const volumes = [
    ...withDataVolume(spec.volumes, queue.name, undefined, context),
    ...volumesOf([tlsAssets, configOut, config, ...overflowOut, ...beside, ...overflow, ...authKey, ...token]),
  ];
  const template = podTemplate(workload, {
    containers: [vmagent({ workload, server }, mounts, context), configReloader(workload, server, reloads, context)],
    initContainers: [configInit(workload, server, reloads, context)],
    volumes,
  }, context);
  return spreadByOwnLabels(template, workload.selectorLabels);
}

function vmagent({ workload, server }: Pick<Agent, "workload" | "server">, volumeMounts: readonly VolumeMount[], context: Context): Container {
  const { spec } = workload;
  const args = mainArguments([...commonFlags(workload, context), ...ownFlags(spec)], spec.extraArgs, context.values);
  return mainContainer(workload, {
    args: [...args, ...reloadAuthKeyArguments(workload)],
    ports: [httpPort(workload), ...insertContainerPorts(spec.insertPorts)],
    volumeMounts,
    probes: probes(spec, server, { liveness: true }, context),
  }, context);
}

function ownFlags(spec: Spec): string[] {
  return [
    ...loggingFlags(spec),
    flag("promscrape.config", `${scrapePlace.configOutPath}/${scrapePlace.file}`),
    ...remoteWriteFlags(spec, queue.path),
    ...insertPortFlags(spec.insertPorts),
    ...licenseFlags(spec.license),
  ];
}
