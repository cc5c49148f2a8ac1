import type { Context } from "../../context";
import { configInit, configReloader, type Reloads, reloadAuthKey, reloadAuthKeyArguments } from "../../features/config-reloader";
import { withDataMount, withDataVolume } from "../../features/data-volume";
import { insertContainerPorts } from "../../features/insert-ports";
import { readOnly } from "../../features/scrape-files";
import { teamCheckInterval } from "../../features/team/team-place";
import type { ConfigFiles } from "../../kubernetes/config-map";
import { commonFlags, flag, mainArguments } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import { licenseVolume } from "../../workload/license";
import type { Container, PodTemplateSpec, Volume, VolumeMount } from "../../workload/plain";
import { podTemplate, spreadByOwnLabels } from "../../workload/pod";
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
import { agentFlags } from "./flags";
import type { Agent } from "./model";
import type { Configuration } from "./scraping-files";

/** The sources of an agent's pods beside its spec. */
interface Parts {
  readonly configuration: Configuration;
  readonly relabeling: ConfigFiles;
  readonly aggregation: ConfigFiles;
  readonly remoteWriteFlags: readonly string[];
  /** Volumes of the queue where they are those of a StatefulSet. */
  readonly queueVolumes: readonly Volume[];
  /** The files of its team, if it has one. */
  readonly teamFiles: readonly Mounted[];
}

/** The pod of an agent: vmagent, and the config-reloader that unpacks its configuration and tells it of changes. */
export function pods(agent: Agent, parts: Parts, context: Context): PodTemplateSpec {
  const { workload, server, hasConfig, hasReloader } = agent;
  const { configuration, relabeling, aggregation } = parts;
  const reloads: Reloads = {
    mounts: mountsOf([...aggregation.mounted, ...relabeling.mounted, ...configMapVolumes(workload.spec, context)]),
    ...(hasConfig && configuration.reloads),
  };
  const template = podTemplate(
    workload,
    {
      containers: [vmagent(agent, parts, context), ...(hasReloader ? [configReloader(workload, server, reloads, context)] : [])],
      initContainers: hasConfig ? [configInit(workload, server, reloads, context)] : [],
      volumes: volumes(agent, parts, context),
    },
    context,
  );
  return spreadByOwnLabels(template, workload.selectorLabels);
}

function volumes({ workload, mode, queue, hasConfig }: Agent, parts: Parts, context: Context): Volume[] {
  const { spec } = workload;
  const { hasTls, tlsAssets, configOut, config, overflowOut, overflow } = parts.configuration;
  return [
    ...(mode === "StatefulSet" ? (spec.volumes ?? []) : withDataVolume(spec.volumes, queue.name, undefined, context)),
    ...volumesOf([
      ...(hasTls ? [tlsAssets] : []),
      ...(hasConfig ? [configOut, config] : []),
      ...overflowOut,
      ...mountedFiles(workload, parts, context),
      ...overflow,
      ...reloadAuthKey(workload),
    ]),
    ...tokenVolumes(spec),
    ...parts.queueVolumes,
  ];
}

/** The mounted files of vmagent, in the order of the mounts. */
function mounts({ workload, scrapes, hasConfig, queue }: Agent, parts: Parts, context: Context): VolumeMount[] {
  const { hasTls, tlsAssets, configOut, config, overflowOut } = parts.configuration;
  const mounted = [
    ...withDataMount(workload.spec.volumeMounts, queue, context),
    ...(scrapes ? [readOnly(configOut.mount)] : []),
    ...(hasTls ? [tlsAssets.mount] : []),
    ...(hasConfig ? [config.mount] : []),
    ...mountsOf(overflowOut).map(readOnly),
    ...mountsOf(mountedFiles(workload, parts, context)),
  ];
  return [...mounted, ...tokenMounts(workload.spec, mounted), ...mountsOf(reloadAuthKey(workload))];
}

const mountedFiles = ({ spec }: Agent["workload"], { aggregation, relabeling, teamFiles }: Parts, context: Context) => [
  ...aggregation.mounted,
  ...relabeling.mounted,
  ...teamFiles,
  ...secretVolumes(spec, context),
  ...configMapVolumes(spec, context),
  ...licenseVolume(spec.license),
  ...serviceAuthority(context),
];

/** Lets vmagent of a DaemonSet scrape the pods of its own node. */
const nodeName = { name: "KUBE_NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } };

function vmagent(agent: Agent, parts: Parts, context: Context): Container {
  const { workload, server, mode } = agent;
  const { spec } = workload;
  const teamFlags = parts.teamFiles.length > 0 ? [flag("promscrape.configCheckInterval", teamCheckInterval)] : [];
  const derived = [...commonFlags(workload, context), ...agentFlags(agent), ...teamFlags, ...parts.remoteWriteFlags];
  return mainContainer(
    workload,
    {
      args: mainArguments(derived, spec.extraArgs, context.values, reloadAuthKeyArguments(workload)),
      env: mode === "DaemonSet" ? [nodeName] : [],
      ports: [httpPort(workload), ...insertContainerPorts(spec.insertPorts)],
      volumeMounts: mounts(agent, parts, context),
      probes: probes(spec, server, { liveness: true }, context),
    },
    context,
  );
}
