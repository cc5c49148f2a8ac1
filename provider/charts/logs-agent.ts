import type { Program } from "./chart-program";
import { dataOf, isEmpty, listOf } from "./plain-data";
import { service, serviceMonitor } from "./service-values";
import { claimed, claimTemplate, emptyDirectory, persistentVolume } from "./storage-values";
import { clientFlags, type TargetKind, targetsOf, text } from "./target-values";
import { always, type Chart, field, part, section, together, type Value, without } from "./value-table";
import { common, license, operatorMode, surroundings, workload } from "./workload-values";

const program: Program = {
  name: "vlagent",
  repository: "victoriametrics/vlagent",
  port: "9429",
  flags: { "envflag.prefix": "VL_" },
};

const targets: TargetKind = {
  prefix: "remoteWrite.",
  purpose: "remote-write",
  flags: {
    ...clientFlags,
    bearerTokenFile: ["bearerTokenPath"],
    proxyURL: ["proxyURL"],
    sendTimeout: ["sendTimeout"],
    maxDiskUsagePerURL: ["maxDiskUsage", text],
  },
  fields: ["basicAuth", "bearerTokenPath", "bearerTokenSecret", "oauth2", "tlsConfig", "maxDiskUsage"],
};

/** The targets. A URL without a path gets the native format's, as in the charts. */
const remoteWrite: Value = {
  byDefault: [],
  becomes: (value, place) => {
    const items = listOf(value).map(dataOf);
    const { targets: found, extraArgs } = targetsOf(
      items.map((item) => ({ ...item, url: nativeUrl(item.url, item.format) })),
      targets,
      place,
    );
    return { remoteWrite: found, ...(Object.keys(extraArgs).length > 0 && { extraArgs }) };
  },
};

const nativeUrl = (url: unknown, format: unknown): unknown =>
  typeof url === "string" && /^[a-z]+:\/\/[^/]+\/?$/.test(url) && (isEmpty(format) || format === "native")
    ? `${url.replace(/\/$/, "")}/insert/native`
    : url;

/** Listeners for syslog. Fields that are flags of the listener have the same names here. */
const syslog: Value = together({ tcp: part([]), udp: part([]) }, ({ tcp, udp }, place) => {
  const listeners = (given: unknown, transport: string) =>
    listOf(given)
      .map(dataOf)
      .map(({ name: _name, value, ...options }, index) => {
        for (const option of Object.keys(options).filter((one) => !known.has(one)))
          place.warn("has no field: set the listener's flag by extraArgs", `${transport}[${index}].${option}`);
        return {
          listenPort: Number(/:(\d+)$/.exec(String(value))?.[1] ?? 514),
          ...Object.fromEntries(Object.entries(options).filter(([option]) => known.has(option))),
        };
      });
  return {
    syslogSpec: {
      ...(!isEmpty(tcp) && { tcpListeners: listeners(tcp, "tcp") }),
      ...(!isEmpty(udp) && { udpListeners: listeners(udp, "udp") }),
    },
  };
});

const known = new Set(["tenantID", "streamFields", "ignoreFields", "decolorizeFields", "compressMethod"]);

export const logsAgent: Chart = {
  learntFrom: "helm-charts 00573e1",
  resources: { main: { kind: "VLAgent", apiVersion: "operator.victoriametrics.com/v1" } },
  values: {
    ...common,
    ...workload(program),
    ...surroundings(program),
    ...operatorMode,
    annotations: field({}, "managedMetadata.annotations"),
    service: service(program, { enabled: false }),
    license,
    remoteWrite,
    syslog,
    maxDiskUsagePerURL: always("1GiB", "remoteWriteSettings.maxDiskUsagePerURL", String),
    horizontalPodAutoscaler: without(
      { enabled: false, maxReplicas: 10, minReplicas: 1, metrics: [] },
      "a VLAgent has no autoscaler of pods: give replicaCount",
    ),
    persistentVolume: persistentVolume({ enabled: false, size: "10Gi" }, (volume) => {
      if (volume === undefined) return undefined;
      return volume.existing === undefined ? { storage: claimTemplate(volume) } : claimed(queue, volume.existing);
    }),
    emptyDir: emptyDirectory(),
  },
};

/** Name of the volume with log entries that wait to be sent. */
const queue = "tmp-data";

const collectorProgram: Program = {
  ...program,
  flags: { "envflag.prefix": "VL_", tmpDataPath: "/var/lib/vl-collector" },
};

/** Collection of the logs of containers; the values are called almost as the fields are. */
const collector: Value = section(
  {
    timeField: always(["time", "ts", "timestamp"], "timeFields"),
    msgField: always(["message", "msg", "log"], "msgFields"),
    streamFields: always(["kubernetes.container_name", "kubernetes.pod_name", "kubernetes.pod_namespace"], "streamFields"),
    excludeFilter: field("", "excludeFilter"),
    includePodLabels: field(true, "includePodLabels"),
    includePodAnnotations: field(false, "includePodAnnotations"),
    includeNodeLabels: field(false, "includeNodeLabels"),
    includeNodeAnnotations: field(false, "includeNodeAnnotations"),
    extraFields: field("", "extraFields"),
    ignoreFields: field([], "ignoreFields"),
    tenantID: field("", "tenantID"),
    checkpointsPath: field("", "checkpointsPath"),
    logsPath: field("", "logsPath"),
  },
  { into: "k8sCollector" },
);

/** The folder with the places up to which logs were read, on the node: without it all logs would be read again. */
const nodeFolder: Value = {
  byDefault: { "envflag.enable": true, "envflag.prefix": "VL_", loggerFormat: "json", tmpDataPath: "/var/lib/vl-collector" },
  always: true,
  becomes: (value, place) => {
    const { tmpDataPath, ...flags } = dataOf(value);
    return {
      ...workload(program).extraArgs?.becomes?.(flags, place),
      ...(!isEmpty(tmpDataPath) && {
        tmpDataPath,
        volumes: [{ name: "collector-data", hostPath: { path: tmpDataPath, type: "DirectoryOrCreate" } }],
        volumeMounts: [{ name: "collector-data", mountPath: tmpDataPath }],
      }),
    };
  },
};

const ownVolumes = [
  { name: "varlog", hostPath: { path: "/var/log" } },
  { name: "varlib", hostPath: { path: "/var/lib" } },
];
const ownMounts = [
  { name: "varlog", mountPath: "/var/log", readOnly: true },
  { name: "varlib", mountPath: "/var/lib", readOnly: true },
];
const derivedFolders = "the folders of the node with logs are derived: give others by k8sCollector.logsPath, volumes and volumeMounts";

export const logsCollector: Chart = {
  learntFrom: "helm-charts 1496ca3",
  resources: { main: { kind: "VLAgent", apiVersion: "operator.victoriametrics.com/v1", base: { k8sCollector: { enabled: true } } } },
  values: {
    ...common,
    ...workload(collectorProgram),
    replicaCount: without("", "a collector has a pod on each node"),
    extraArgs: nodeFolder,
    annotations: field({}, "managedMetadata.annotations"),
    collector,
    remoteWrite,
    license,
    serviceAccount: section({
      automount: without(true, "the collector needs the token to know the pods"),
      name: without("", "the account is derived and has a name of its own: grant its rights to that name"),
      annotations: field({}, "managedMetadata.annotations"),
    }),
    updateStrategy: without({}, "pods of a collector are replaced by RollingUpdate, one after the other"),
    podMonitor: { ...serviceMonitor, values: { ...serviceMonitor.values, vm: without(false, "the scrape object is derived in any case") } },
    persistence: section({ volume: without({}, "the folder on the node is extraArgs.tmpDataPath") }),
    defaultVolumes: without(ownVolumes, derivedFolders),
    defaultVolumeMounts: without(ownMounts, derivedFolders),
  },
};
