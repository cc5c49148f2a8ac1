import type { Context } from "../../context";
import { configInit, configReloader, type Reloads, reloadAuthKey } from "../../features/config-reloader";
import { mountedAssets } from "../../features/mounted-assets";
import { readOnly } from "../../features/scrape-files";
import { atLeast } from "../../workload/cluster-version";
import { mainContainer } from "../../workload/container";
import { serverPath } from "../../workload/http-server";
import type { Container, PodTemplateSpec, Volume, VolumeMount } from "../../workload/plain";
import { podTemplate, spreadByOwnLabels } from "../../workload/pod";
import { probes } from "../../workload/probes";
import {
  configMapVolumes,
  type Mounted,
  mountedConfigMap,
  mountsOf,
  secretVolumes,
  tokenVolumes,
  volumeName,
  volumesOf,
} from "../../workload/volumes";
import type { Configuration } from "./configuration/alertmanager-files";
import { configFolder, configurationFile, dataFolder, filesFolder, templatesFolder } from "./file-places";
import { alertmanagerArguments } from "./flags";
import { type Alertmanager, meshPort, type Spec } from "./model";

/** The parts of a pod beside the settings of its process. */
interface Contents {
  /** Volumes for Alertmanager's data, unless they are claims. */
  readonly volumes: readonly Volume[];
  readonly hasClaim: boolean;
  readonly configuration: Configuration;
}

/** The pod of an Alertmanager: Alertmanager, and the config-reloader that unpacks its configuration and tells it of changes. */
export function pods(alertmanager: Alertmanager, { volumes, hasClaim, configuration }: Contents, context: Context): PodTemplateSpec {
  const { workload, server, secretName } = alertmanager;
  const { spec } = workload;
  const files = mountedAssets("tls-assets", secretName, filesFolder, configuration.assets);
  const watched = [files, ...configMapVolumes(spec, context), ...templateVolumes(spec, context)];
  const reloads: Reloads = {
    mounts: mountsOf(watched),
    config: { ...configuration.main, file: configurationFile, mount: configOut.mount },
  };
  const template = podTemplate(
    workload,
    {
      containers: [container(alertmanager, files, context), configReloader(workload, server, reloads, context)],
      initContainers: [configInit(workload, server, reloads, context)],
      volumes: [
        ...volumesOf([configOut, files, ...secretVolumes(spec, context), ...configMapVolumes(spec, context)]),
        ...volumesOf([...templateVolumes(spec, context), ...reloadAuthKey(workload)]),
        ...tokenVolumes(spec),
        ...volumes,
        ...(spec.volumes ?? []),
      ],
    },
    context,
  );
  const needsGroup = hasClaim && !spec.securityContext;
  return spreadByOwnLabels(needsGroup ? withStorageGroup(template, context) : template, workload.selectorLabels);
}

/** The folder that the configuration is unpacked into. */
const configOut: Mounted = {
  volume: { name: "config-out", emptyDir: {} },
  mount: { name: "config-out", mountPath: configFolder },
};

/** The ConfigMaps of `templates`, each once. */
function templateVolumes({ templates = [] }: Spec, { values }: Context): Mounted[] {
  const names = new Set(templates.map(({ name = "" }) => name));
  return [...names].map((name) => mountedConfigMap(volumeName(`templates-${name}`, values), name, `${templatesFolder}/${name}`));
}

/** Alertmanager runs as the user nobody, which must be able to write to its claim. */
function withStorageGroup(template: PodTemplateSpec, { defaults: { openShift, kubernetesVersion } }: Context): PodTemplateSpec {
  if (!template.spec || template.spec.securityContext || openShift) return template;
  const changePolicy = atLeast(kubernetesVersion, 1, 20) ? { fsGroupChangePolicy: "OnRootMismatch" } : {};
  return { ...template, spec: { ...template.spec, securityContext: { fsGroup: 65534, ...changePolicy } } };
}

/** The pod's address for the other members of the cluster. */
const podIP = { name: "POD_IP", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } };

function container(alertmanager: Alertmanager, files: Mounted, context: Context): Container {
  const { workload, server, portName } = alertmanager;
  const { spec } = workload;
  const withPodIP = { ...workload, spec: { ...spec, extraEnvs: [podIP, ...(spec.extraEnvs ?? [])] } };
  const port = (name: string, containerPort: number, protocol: string) => ({ name, containerPort, protocol });
  return mainContainer(
    withPodIP,
    {
      args: alertmanagerArguments(alertmanager, context),
      ports: [
        ...(spec.listenLocal ? [] : [port(portName, Number(server.port), "TCP")]),
        port("mesh-tcp", meshPort, "TCP"),
        port("mesh-udp", meshPort, "UDP"),
      ],
      volumeMounts: mounts(alertmanager, files, context),
      probes: ownProbes(alertmanager, context),
    },
    context,
  );
}

function mounts({ workload: { spec }, storageName }: Alertmanager, files: Mounted, context: Context): VolumeMount[] {
  const data = { name: storageName, mountPath: dataFolder, ...(spec.storage && { subPath: "alertmanager-db" }) };
  const beside = [files, ...secretVolumes(spec, context), ...configMapVolumes(spec, context), ...templateVolumes(spec, context)];
  return [readOnly(configOut.mount), data, ...mountsOf(beside), ...(spec.volumeMounts ?? [])];
}

/** Nobody outside of the pod reaches an Alertmanager that only listens within it, so it just has the probes that are given. */
function ownProbes({ workload: { spec }, server, portName }: Alertmanager, context: Context) {
  const path = serverPath(server, "/-/healthy", context.values);
  const all = probes(spec, server, { liveness: true, path, port: portName }, context);
  if (!spec.listenLocal) return all;
  return Object.fromEntries(Object.entries(all).filter(([name]) => spec[name as keyof typeof all] !== undefined));
}
