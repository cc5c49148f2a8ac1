import type { Context } from "../../context";
import { configInit, configReloader, reloadAuthKey, reloadAuthKeyArguments } from "../../features/config-reloader";
import { commonFlags, mainArguments } from "../../workload/command-line";
import { mainContainer } from "../../workload/container";
import { licenseVolume } from "../../workload/license";
import type { Container, ContainerPort, PodTemplateSpec } from "../../workload/plain";
import { podTemplate } from "../../workload/pod";
import { probes } from "../../workload/probes";
import { configMapVolumes, type Mounted, mountsOf, secretVolumes, tokenVolumes, volumesOf } from "../../workload/volumes";
import { configFile, configPath, proxyFlags } from "./flags";
import { type Gateway, portsOf } from "./model";

/** The pod of a proxy: vmauth, and the config-reloader if the configuration is derived. */
export function pods(gateway: Gateway, context: Context): PodTemplateSpec {
  const { workload, internal, secretName } = gateway;
  const { spec } = workload;
  const config = configVolumes(gateway);
  const beside = [...secretVolumes(spec, context), ...configMapVolumes(spec, context), ...licenseVolume(spec.license), ...config];
  const authKey = reloadAuthKey(workload);
  const [configOut] = config;
  const reloads =
    secretName && configOut
      ? { mounts: [], config: { secretName, file: configFile, key: `${configFile}.gz`, mount: configOut.mount } }
      : undefined;
  const mounts = [...(spec.volumeMounts ?? []), ...mountsOf([...beside, ...authKey])];
  const parts = {
    containers: [vmauth(gateway, mounts, context), ...(reloads ? [configReloader(workload, internal, reloads, context)] : [])],
    initContainers: reloads ? [configInit(workload, internal, reloads, context)] : [],
    volumes: [...(spec.volumes ?? []), ...volumesOf(beside), ...(reloads ? tokenVolumes(spec) : []), ...volumesOf(authKey)],
  };
  return podTemplate(workload, parts, context);
}

/** The volume with the configuration: an empty folder for the config-reloader, or the user's Secret; undefined if the user mounts it. */
function configVolumes({ workload: { spec }, secretName }: Gateway): Mounted[] {
  const { configSecret, externalConfig } = spec;
  const mounted = (name: string, source: object): Mounted[] => [{ volume: { name, ...source }, mount: { name, mountPath: configPath } }];
  if (secretName) return mounted("config-out", { emptyDir: {} });
  const { name, key } = configSecret ? { name: configSecret, key: configFile } : { name: undefined, ...externalConfig?.secretRef };
  return key ? mounted("config", { secret: { secretName: name, items: [{ key, path: configFile }] } }) : [];
}

function vmauth(gateway: Gateway, volumeMounts: Container["volumeMounts"] & object, context: Context): Container {
  const { workload, server, internal } = gateway;
  const { spec } = workload;
  const args = mainArguments(
    [...commonFlags(workload, context), ...proxyFlags(spec)],
    spec.extraArgs,
    context.values,
    reloadAuthKeyArguments(workload),
  );
  return mainContainer(
    workload,
    {
      args,
      ports: portsOf(spec, server).map(([name, containerPort]): ContainerPort => ({ name, containerPort, protocol: "TCP" })),
      volumeMounts,
      probes: probes(spec, internal, { liveness: true }, context),
    },
    context,
  );
}
