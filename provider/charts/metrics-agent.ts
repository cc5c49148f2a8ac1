import type { Manifest } from "../world/objects";
import type { Program } from "./chart-program";
import { type Data, dataOf, isEmpty, listOf } from "./plain-data";
import { daemonStrategy, deploymentStrategy, statefulStrategy, workloadSpec } from "./rollout-values";
import { givenJobs, ownJobs, scrapeConfiguration, targetLabels } from "./scrape-values";
import { service } from "./service-values";
import { claimed, claimTemplate, emptyDirectory, persistentVolume, type StoredVolume } from "./storage-values";
import { aggregationFlags, clientFlags, number, type TargetKind, targetsOf, text } from "./target-values";
import { type Chart, field, type Place, part, section, type Value, without } from "./value-table";
import { clusterRights, common, license, objectMetadata, operatorMode, serviceAccount, surroundings, workload } from "./workload-values";

const program: Program = {
  name: "vmagent",
  repository: "victoriametrics/vmagent",
  port: "8429",
  probes: {
    readiness: { httpGet: {}, initialDelaySeconds: 5, periodSeconds: 15 },
    liveness: { tcpSocket: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5 },
  },
};

/** Name of the volume with samples that wait to be sent. */
const queue = "persistent-queue-data";

const remoteWrite: TargetKind = {
  prefix: "remoteWrite.",
  purpose: "remote-write",
  flags: {
    ...clientFlags,
    ...aggregationFlags,
    sendTimeout: ["sendTimeout"],
    queues: ["queues", number],
    maxDiskUsagePerURL: ["maxDiskUsage", text],
    forceVMProto: ["forceVMProto"],
    proxyURL: ["proxyURL"],
    urlRelabelConfig: ["inlineUrlRelabelConfig"],
    "streamAggr.config": ["streamAggrConfig.rules"],
  },
  // The chart takes these for the operator's custom resource.
  fields: ["basicAuth", "bearerTokenSecret", "oauth2", "tlsConfig", "aws", "maxDiskUsage", "inlineUrlRelabelConfig", "streamAggrConfig"],
};

const jobs = ownJobs({
  self: "vmagent",
  port: "8429",
  serviceRole: "endpointslices",
  serviceLabels: ["pod", "container", "namespace", "service", "job", "node"].map((name) => targetLabels[name as keyof typeof targetLabels]),
  hasMetricsPath: false,
});

/** The scrape configuration, with the jobs of `extraScrapeConfigs`. */
const config: Value = {
  byDefault: { useTpl: false, global: { scrape_interval: "10s" }, scrape_configs: jobs },
  always: true,
  becomes: (value, place) => {
    const { configMap, extraScrapeConfigs } = place.all;
    return isEmpty(configMap) ? scrapeConfiguration(dataOf(value), listOf(extraScrapeConfigs), place) : undefined;
  },
};

const givenConfig: Value = {
  byDefault: "",
  becomes: (name, place) => {
    place.warn(givenJobs(name, "scrape.yml"));
    return undefined;
  },
};

/** Deployment, StatefulSet or DaemonSet. Members of a cluster of agents are shards of one pod each. */
const mode: Value = {
  byDefault: "deployment",
  becomes: (value) => ({ statefulMode: value === "statefulSet" || undefined, daemonSetMode: value === "daemonSet" || undefined }),
};

const clusterMode: Value = {
  byDefault: false,
  becomes: (value, { all }) =>
    value === true && all.mode === "statefulSet"
      ? {
          shardCount: all.replicaCount,
          replicaCount: 1,
          extraArgs: { "promscrape.cluster.replicationFactor": String(dataOf(all.statefulSet).replicationFactor) },
        }
      : undefined,
};

/** A claim of the chart for a Deployment is one object, which all its pods share. */
function queueVolume(volume: StoredVolume, place: Place): Data | undefined {
  if (volume === undefined) return undefined;
  if (volume.existing !== undefined) return claimed(queue, volume.existing);
  if (place.all.mode === "statefulSet") return { statefulStorage: claimTemplate(volume) };
  if (place.all.mode === "daemonSet") return undefined;
  const { name, namespace } = place.release;
  const claim = `vmagent-${name}`;
  const metadata = { name: claim, namespace, ...volume.metadata };
  place.add({ apiVersion: "v1", kind: "PersistentVolumeClaim", metadata, spec: volume.claim } as Manifest);
  return claimed(queue, claim);
}

export const metricsAgent: Chart = {
  learntFrom: "helm-charts 00573e1",
  resources: { main: { kind: "VMAgent", apiVersion: "operator.victoriametrics.com/v1beta1" } },
  values: {
    ...common,
    mode,
    ...workload(program),
    ...objectMetadata,
    ...surroundings(program),
    ...operatorMode,
    service: service(program, { enabled: false }),
    serviceAccount: serviceAccount(true),
    license,
    remoteWrite: {
      byDefault: [],
      becomes: (value, place) => {
        const { targets, extraArgs } = targetsOf(value, remoteWrite, place);
        return { remoteWrite: targets, ...(Object.keys(extraArgs).length > 0 && { extraArgs }) };
      },
    },
    config,
    extraScrapeConfigs: part([]),
    configMap: givenConfig,
    statefulSet: section({ clusterMode, replicationFactor: part(1), spec: workloadSpec({ updateStrategy: {} }, statefulStrategy) }),
    deployment: section({ spec: workloadSpec({ strategy: {} }, deploymentStrategy) }),
    daemonSet: section({ spec: workloadSpec({}, daemonStrategy) }),
    persistentVolume: persistentVolume({ enabled: false, size: "10Gi" }, queueVolume),
    emptyDir: emptyDirectory((value) => ({ volumes: [{ name: queue, emptyDir: value }] })),
    rbac: clusterRights("vmagent"),
    selectorLabels: field({}, "podMetadata.labels"),
    allowedMetricsEndpoints: without(["/metrics"], "rights for URLs are derived: add a ClusterRole for further ones to the program"),
  },
};
