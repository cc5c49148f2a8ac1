import type { Context } from "../../context";
import { syslogContainerPorts, syslogVolumes } from "../../features/syslog";
import { commonFlags, mainArguments } from "../../workload/command-line";
import { httpPort, mainContainer } from "../../workload/container";
import { licenseVolume } from "../../workload/license";
import type { Container, PodTemplateSpec, Volume, VolumeMount } from "../../workload/plain";
import { podTemplate, spreadByOwnLabels } from "../../workload/pod";
import { probes } from "../../workload/probes";
import { configMapVolumes, type Mounted, mountsOf, secretVolumes, tokenMounts, tokenVolumes, volumesOf } from "../../workload/volumes";
import { logVolumes } from "./collector";
import { certificates, ownFlags } from "./flags";
import { credentialVolumes } from "./log-targets";
import { type Agent, tmpDataVolume } from "./model";

/** The pod of an agent. `storage` are volumes of a StatefulSet for everything that must outlive a restart. */
export function pods(agent: Agent, storage: readonly Volume[], context: Context): PodTemplateSpec {
  const { workload, server, mode } = agent;
  const { spec } = workload;
  const derived = [...logVolumes(agent), ...nodeFolder(agent)];
  const files = [...syslogVolumes(spec.syslogSpec, certificates, context.values), ...licenseVolume(spec.license)];
  const given = [...secretVolumes(spec, context), ...configMapVolumes(spec, context), ...credentialVolumes(spec, context)];
  const mounts = [
    ...mountsOf(logVolumes(agent)),
    ...tmpDataMounts(agent),
    ...mountsOf(files),
    ...(spec.volumeMounts ?? []),
    ...mountsOf(given),
  ];
  const asksKubernetes = mode === "DaemonSet";
  const container = mainContainer(
    workload,
    {
      args: mainArguments([...commonFlags(workload, context), ...ownFlags(agent, context)], spec.extraArgs, context.values),
      ports: [httpPort(workload), ...syslogContainerPorts(spec.syslogSpec)],
      volumeMounts: [...mounts, ...(asksKubernetes ? tokenMounts(spec, mounts) : [])],
      probes: probes(spec, server, { liveness: true }, context),
    },
    context,
  );
  const volumes = [
    ...volumesOf([...derived, ...files]),
    ...(spec.volumes ?? []),
    ...volumesOf(given),
    ...(asksKubernetes ? tokenVolumes(spec) : []),
    ...storage,
  ];
  const template = podTemplate(workload, { containers: [container], volumes }, context);
  return spreadByOwnLabels(mode === "DaemonSet" ? asRoot(agent, template) : template, workload.selectorLabels);
}

/** On a node everything that must outlive a restart lies in a folder of the node. */
function nodeFolder({ mode, tmpDataPath, hasOwnFolder }: Agent): Mounted[] {
  if (mode !== "DaemonSet" || !hasOwnFolder) return [];
  return [
    {
      volume: { name: tmpDataVolume, hostPath: { path: tmpDataPath } },
      mount: { name: tmpDataVolume, mountPath: tmpDataPath },
    },
  ];
}

/** The mount of that folder, unless the user has one there. */
function tmpDataMounts({ workload: { spec }, tmpDataPath, hasOwnFolder }: Agent): VolumeMount[] {
  const isGiven = (spec.volumeMounts ?? []).some(({ mountPath }) => mountPath === tmpDataPath);
  return hasOwnFolder && !isGiven ? [{ name: tmpDataVolume, mountPath: tmpDataPath }] : [];
}

/** The logs of containers belong to root: strict security gives vlagent no ids. */
function asRoot({ workload }: Agent, template: PodTemplateSpec): PodTemplateSpec {
  if (workload.spec.securityContext || !template.spec) return template;
  const withoutIds = (container: Container): Container => {
    if (container.name !== workload.application || !container.securityContext) return container;
    const { runAsUser: _, runAsGroup: __, runAsNonRoot: ___, ...securityContext } = container.securityContext;
    return { ...container, securityContext };
  };
  return { ...template, spec: { ...template.spec, containers: template.spec.containers.map(withoutIds) } };
}
