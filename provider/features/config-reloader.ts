import type { Context } from "../context";
import { argumentMap } from "../schema/argument-map";
import { boolean, described, string } from "../schema/fields";
import { secretKey } from "../schema/key-references";
import { argumentsWith, flag, sorted } from "../workload/command-line";
import { resources } from "../workload/container-fields";
import { type HttpServer, localUrl } from "../workload/http-server";
import { reloaderImage } from "../workload/image";
import type { Container, PlainFields, Probe, VolumeMount } from "../workload/plain";
import { resourceRequirements } from "../workload/resource-requirements";
import { type Mounted, mountedSecret, mountsOf, tokenMounts } from "../workload/volumes";
import type { Workload } from "../workload/workload";

/** The sidecar that unpacks generated configuration and tells the application to reload it. */
export const reloaderFields = {
  configReloaderImage: string("Image of the config-reloader with its tag. Default `victoriametrics/operator:config-reloader-v0.74.1`."),
  configReloaderImageTag: string("Image of the config-reloader with its tag, used if `configReloaderImage` is empty.", {
    deprecated: "use configReloaderImage",
  }),
  configReloaderResources: described(
    "Requests and limits of the config-reloader. Missing values become a request of 10m CPU and 25Mi memory without limits, unless " +
      "`useDefaultResources` is false.",
    resources,
  ),
  configReloaderExtraArgs: argumentMap(
    "Flags for the config-reloader and the init container, names without dashes. They replace derived flags of the same name.",
  ),
  configReloadAuthKeySecret: described(
    "Key that the application then requires for a reload, and that the config-reloader sends. The whole Secret is mounted into both.",
    secretKey,
  ),
  useVMConfigReloader: boolean("Has no effect: the config-reloader of VictoriaMetrics is used in any case.", {
    deprecated: "leave it out",
  }),
};

type ReloaderSpec = PlainFields<typeof reloaderFields>;
type Reloading = Workload & { readonly spec: ReloaderSpec };

/** The configuration that the config-reloader watches. */
export interface Reloads {
  /** Folders that it watches. */
  readonly mounts: readonly VolumeMount[];
  /** A configuration in a Secret, written into a folder of the pod. */
  readonly config?: ConfigSecret;
  readonly unpacks?: Unpacks;
}

/** Folders with compressed files, each unpacked into a folder below `into` with the name of the volume. */
interface Unpacks {
  readonly from: readonly VolumeMount[];
  readonly into: VolumeMount;
  /** The arguments for them are sorted with all others, and their mounts are the last; else the arguments come after all sorted ones. */
  readonly sorted?: boolean;
}

interface ConfigSecret {
  readonly secretName: string;
  /** Name of the unpacked file. */
  readonly file: string;
  /** Its key in the Secret, compressed or not. */
  readonly key: string;
  /** The folder of the file: an empty folder that the application mounts too. */
  readonly mount: VolumeMount;
}

const portName = "reloader-http";

/** The port that the config-reloader listens on by itself. */
const ownPort = 8435;

/** The sidecar that tells the application of changes. */
export function configReloader(workload: Reloading, server: HttpServer, reloads: Reloads, context: Context): Container {
  const { containerPort } = reloaderPort(context);
  const listening = containerPort === ownPort ? [] : [doubleDash("http.listenAddr", `:${containerPort}`)];
  const args = reloaderArguments(workload, server, reloads, [...watchArguments(workload, reloads, reloads.mounts), ...listening], context);
  const authKey = reloadAuthKey(workload).map(({ path }) => flag("reload-url-auth-key", path));
  const unpacking = [unpackingMounts(reloads), mountsOf(reloadAuthKey(workload))];
  const mounts = [...reloaderMounts(workload, reloads, context), ...(reloads.unpacks?.sorted ? unpacking.toReversed() : unpacking).flat()];
  return {
    ...reloaderContainer("config-reloader", workload, [...withUnpacking(args, reloads, context), ...authKey], mounts, context),
    ports: [reloaderPort(context)],
    livenessProbe: reloaderProbe(containerPort),
    readinessProbe: { ...reloaderProbe(containerPort), initialDelaySeconds: 5 },
    terminationMessagePolicy: "FallbackToLogsOnError",
  };
}

/** The init container that unpacks the configuration before the application starts. */
export function configInit(workload: Reloading, server: HttpServer, reloads: Reloads, context: Context): Container {
  const args = reloaderArguments(workload, server, reloads, ["--only-init-config", ...watchArguments(workload, reloads, [])], context);
  const mounts = [...reloaderMounts(workload, reloads, context), ...unpackingMounts(reloads)];
  return reloaderContainer("config-init", workload, withUnpacking(args, reloads, context), mounts, context);
}

function reloaderContainer(
  name: string,
  { spec }: Reloading,
  args: readonly string[],
  volumeMounts: readonly VolumeMount[],
  context: Context,
): Container {
  const resources = resourceRequirements(spec.configReloaderResources, context.defaults.configReloader, spec.useDefaultResources);
  return { name, image: reloaderImage(spec, context), args, resources, volumeMounts };
}

function reloaderArguments(
  workload: Reloading,
  server: HttpServer,
  { config }: Reloads,
  own: readonly string[],
  context: Context,
): string[] {
  const { namespace, spec } = workload;
  const derived = [
    doubleDash("reload-url", localUrl(server, "/-/reload", spec.extraArgs?.reloadAuthKey, context)),
    doubleDash("webhook-method", "POST"),
    ...(server.usesProxyProtocol ? ["--reload-use-proxy-protocol"] : []),
    ...(context.defaults.enableTCP6 ? ["--enableTCP6"] : []),
    ...(config ? configArguments(namespace, config) : []),
    ...own,
  ];
  return argumentsWith(derived, spec.configReloaderExtraArgs, { dashes: "--" }, context.values);
}

const configArguments = (namespace: string, { secretName, file, key, mount }: ConfigSecret): string[] => [
  doubleDash("config-envsubst-file", `${mount.mountPath}/${file}`),
  doubleDash("config-secret-name", `${namespace}/${secretName}`),
  doubleDash("config-secret-key", key),
];

/**
 * The folders that are only watched. As soon as one folder is unpacked the config-reloader wants a target for each, and pairs them by their order, so
 * the others get unused copies: targets under one folder, which sort like the folders themselves.
 */
function watchArguments({ spec }: Reloading, { config, unpacks }: Reloads, mounts: readonly VolumeMount[]): string[] {
  const given = spec.configReloaderExtraArgs?.["watched-dir"];
  const folders = given === undefined ? mounts.map(({ mountPath }) => mountPath) : [given];
  const copies = unpacks?.from.length ? `${(config?.mount ?? unpacks.into).mountPath}/watched` : undefined;
  return folders.flatMap((folder) => [
    doubleDash("watched-dir", folder),
    ...(copies === undefined ? [] : [doubleDash("target-dir", `${copies}${folder}`)]),
  ]);
}

/** The arguments, and separate ones for the unpacked folders. */
function withUnpacking(args: readonly string[], { unpacks }: Reloads, { values }: Context): string[] {
  if (!unpacks) return [...args];
  const pairs = unpacks.from.flatMap(({ name, mountPath }) => [
    doubleDash("watched-dir", mountPath),
    doubleDash("target-dir", `${unpacks.into.mountPath}/${name}`),
  ]);
  // Targets of other folders in between would break the pairs.
  const isAlone = !args.some((argument) => argument.startsWith("--target-dir="));
  return unpacks.sorted && isAlone ? sorted([...args, ...pairs], values) : [...args, ...pairs];
}

const unpackingMounts = ({ unpacks }: Reloads): VolumeMount[] => (unpacks ? [unpacks.into, ...unpacks.from] : []);

const doubleDash = (name: string, value: string): string => `-${flag(name, value)}`;

/** Mounts by the names of their volumes; the token comes last. */
function reloaderMounts({ spec }: Reloading, { mounts, config }: Reloads, { values }: Context): VolumeMount[] {
  const all = values.sort([...(config ? [config.mount] : []), ...mounts], ({ name }) => name);
  return [...all, ...(config ? tokenMounts(spec, all) : [])];
}

/** The port of the config-reloader's own metrics and health. */
export const reloaderPort = ({ defaults }: Context) => ({
  name: portName,
  containerPort: Number(defaults.configReloader.port),
  protocol: "TCP",
});

const reloaderProbe = (port: number): Probe => ({
  httpGet: { path: "/health", port, scheme: "HTTP" },
  timeoutSeconds: 1,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold: 3,
});

/** The key that the application requires for a reload, as a file for both containers. */
export function reloadAuthKey({ spec: { configReloadAuthKeySecret } }: Reloading): (Mounted & { readonly path: string })[] {
  if (!configReloadAuthKeySecret) return [];
  const { name = "", key } = configReloadAuthKeySecret;
  const { volume, mount } = mountedSecret("vm-config-reload-auth-secret", name, "/etc/vm/config-reload-auth");
  const { readOnly: _, ...writable } = mount;
  return [{ volume, mount: writable, path: `file://${mount.mountPath}/${key}` }];
}

/** The application's side of the key; it comes after all sorted arguments. */
export const reloadAuthKeyArguments = (workload: Reloading): string[] =>
  reloadAuthKey(workload).map(({ path }) => flag("reloadAuthKey", path));
