type Data = Readonly<Record<string, unknown>>;

/** A change of one object of the stack, and what becomes of the pods of workloads. */
export interface Change {
  readonly title: string;
  /** `Kind name` */
  readonly of: string;
  readonly spec: (before: never) => Data;
  /** Of the derived objects: `Kind name`. */
  readonly workloads: readonly string[];
  readonly expected: "nothing" | "all restart" | "some restart" | "some start" | "some end";
}

const claim = (storage: string) => ({ resources: { requests: { storage } } });
const url = "http://elsewhere:8428/api/v1/write";

interface PodParts extends Data {
  readonly containers: readonly Data[];
}

interface PlainSpec extends Data {
  readonly object: { readonly spec: Data & { readonly template: { readonly metadata: Data; readonly spec: PodParts } } };
}

const container = { name: "main", image: "main:1", args: ["-a=1", "-b=2"], resources: { requests: { cpu: "500m", memory: "1Gi" } } };

const plain = (name: string, spec: Data, pod: Data = {}): PlainSpec => ({
  object: {
    spec: {
      selector: { matchLabels: { app: name } },
      ...spec,
      template: { metadata: { labels: { app: name } }, spec: { containers: [container], ...pod } },
    },
  },
});

/** The spec of a plain workload with other fields. */
const withSpec =
  (fields: Data) =>
  (before: PlainSpec): Data => ({ ...before, object: { spec: { ...before.object.spec, ...fields } } });

/** The same with another first container. */
const withContainer =
  (fields: Data) =>
  (before: PlainSpec): Data => {
    const { template } = before.object.spec;
    const [first] = template.spec.containers;
    return withSpec({ template: { ...template, spec: { ...template.spec, containers: [{ ...first, ...fields }] } } })(before);
  };

const withPod =
  (fields: Data) =>
  (before: PlainSpec): Data => {
    const { template } = before.object.spec;
    return withSpec({ template: { ...template, spec: { ...template.spec, ...fields } } })(before);
  };

/** A custom resource's spec with other fields. */
const fields =
  (more: Data) =>
  (before: Data): Data => ({ ...before, ...more });

/** The same for a part of a cluster. */
const part =
  (name: string, more: Data) =>
  (before: Data): Data => ({ ...before, [name]: { ...(before[name] as Data), ...more } });

const start: Readonly<Record<string, Data>> = {
  "VMSingle db": { retentionPeriod: "30d", storage: claim("1Gi") },
  "VMAgent dep": { replicaCount: 2, remoteWrite: [{ url }], selectAllByDefault: true },
  "VMAgent sts": { statefulMode: true, replicaCount: 2, remoteWrite: [{ url }], remoteWriteSettings: { maxDiskUsagePerURL: "500MB" } },
  "VMAgent ds": { daemonSetMode: true, remoteWrite: [{ url }] },
  "VMAgent sh": { shardCount: 2, remoteWrite: [{ url }] },
  "VMAlert main": { datasource: { url: "http://elsewhere:8428" }, notifier: { url: "http://elsewhere:9093" }, replicaCount: 2 },
  "VMAlertmanager main": { replicaCount: 2 },
  "VMAuth main": { replicaCount: 1 },
  "VMCluster big": {
    retentionPeriod: "30d",
    vmstorage: { replicaCount: 2, storage: { volumeClaimTemplate: { spec: claim("1Gi") } } },
    vmselect: { replicaCount: 2 },
    vminsert: { replicaCount: 2 },
  },
  "Deployment quantities": plain("quantities", { replicas: 2 }),
  "Deployment defaults": plain("defaults", { replicas: 2, strategy: { type: "Recreate" } }),
  "StatefulSet ordered": plain("ordered", { replicas: 3, serviceName: "ordered" }),
  "StatefulSet amounts": plain("amounts", { replicas: 2, serviceName: "amounts" }),
  "StatefulSet by-hand": plain("by-hand", { replicas: 2, serviceName: "by-hand", updateStrategy: { type: "OnDelete" } }),
  "StatefulSet parted": plain("parted", {
    replicas: 3,
    serviceName: "parted",
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 2 } },
  }),
  "DaemonSet nodes": plain("nodes", {}),
};

const changes: readonly (readonly Change[])[] = [
  [
    {
      title: "a lower retention of a VMSingle",
      of: "VMSingle db",
      spec: fields({ retentionPeriod: "14d" }),
      workloads: ["Deployment vmsingle-db"],
      expected: "all restart",
    },
    {
      title: "a scrape interval of a VMAgent",
      of: "VMAgent dep",
      spec: fields({ scrapeInterval: "15s" }),
      workloads: ["Deployment vmagent-dep"],
      expected: "nothing",
    },
    {
      title: "one more pod of a stateful VMAgent",
      of: "VMAgent sts",
      spec: fields({ replicaCount: 3 }),
      workloads: ["StatefulSet vmagent-sts"],
      expected: "some start",
    },
    {
      title: "a log level of a VMAgent on every node",
      of: "VMAgent ds",
      spec: fields({ logLevel: "WARN" }),
      workloads: ["DaemonSet vmagent-ds"],
      expected: "all restart",
    },
    {
      title: "one more shard",
      of: "VMAgent sh",
      spec: fields({ shardCount: 3 }),
      workloads: ["Deployment vmagent-sh-0", "Deployment vmagent-sh-1"],
      expected: "all restart",
    },
    {
      title: "fewer pods of a VMAlert",
      of: "VMAlert main",
      spec: fields({ replicaCount: 1 }),
      workloads: ["Deployment vmalert-main"],
      expected: "some end",
    },
    {
      title: "a route of a VMAlertmanager",
      of: "VMAlertmanager main",
      spec: fields({ configRawYaml: "route: {receiver: none}\nreceivers: [{name: none}]\n" }),
      workloads: ["StatefulSet vmalertmanager-main"],
      expected: "nothing",
    },
    {
      title: "a label of the objects of a VMAuth",
      of: "VMAuth main",
      spec: fields({ managedMetadata: { labels: { team: "a" } } }),
      workloads: ["Deployment vmauth-main"],
      expected: "nothing",
    },
    {
      title: "one more storage node, of which all readers are told",
      of: "VMCluster big",
      spec: part("vmstorage", { replicaCount: 3 }),
      workloads: ["StatefulSet vmselect-big", "Deployment vminsert-big"],
      expected: "all restart",
    },
    {
      title: "1Gi as 1073741824 and 500m as 0.5 in a Deployment",
      of: "Deployment quantities",
      spec: withContainer({ resources: { requests: { cpu: "0.5", memory: "1073741824" } } }),
      workloads: ["Deployment quantities"],
      expected: "nothing",
    },
    {
      title: "defaults of the API server, written down",
      of: "Deployment defaults",
      spec: withContainer({ imagePullPolicy: "IfNotPresent", terminationMessagePolicy: "File", env: [], ports: [] }),
      workloads: ["Deployment defaults"],
      expected: "nothing",
    },
    {
      title: "500m as 0.5 and 1Gi as 1024Mi in a StatefulSet",
      of: "StatefulSet amounts",
      spec: withContainer({ resources: { requests: { memory: "1024Mi", cpu: "0.5" } } }),
      workloads: ["StatefulSet amounts"],
      expected: "nothing",
    },
    {
      title: "an image of a StatefulSet",
      of: "StatefulSet ordered",
      spec: withContainer({ image: "main:2" }),
      workloads: ["StatefulSet ordered"],
      expected: "all restart",
    },
    {
      title: "an image of a StatefulSet with OnDelete",
      of: "StatefulSet by-hand",
      spec: withContainer({ image: "main:2" }),
      workloads: ["StatefulSet by-hand"],
      expected: "nothing",
    },
    {
      title: "an image of a StatefulSet with a partition",
      of: "StatefulSet parted",
      spec: withContainer({ image: "main:2" }),
      workloads: ["StatefulSet parted"],
      expected: "some restart",
    },
    {
      title: "an annotation of the pods of a DaemonSet",
      of: "DaemonSet nodes",
      spec: ({ object }: PlainSpec) =>
        withSpec({ template: { ...object.spec.template, metadata: { labels: { app: "nodes" }, annotations: { a: "b" } } } })({ object }),
      workloads: ["DaemonSet nodes"],
      expected: "all restart",
    },
  ],
  [
    {
      title: "a larger claim and a label of the pods of a VMSingle",
      of: "VMSingle db",
      spec: fields({ storage: claim("2Gi"), podMetadata: { labels: { team: "a" } } }),
      workloads: ["Deployment vmsingle-db"],
      expected: "all restart",
    },
    {
      title: "one more pod and another image of a VMAgent",
      of: "VMAgent dep",
      spec: fields({ replicaCount: 3, image: { tag: "v1.130.0" } }),
      workloads: ["Deployment vmagent-dep"],
      expected: "all restart",
    },
    {
      title: "fewer pods of a stateful VMAgent",
      of: "VMAgent sts",
      spec: fields({ replicaCount: 1 }),
      workloads: ["StatefulSet vmagent-sts"],
      expected: "some end",
    },
    {
      title: "fewer shards",
      of: "VMAgent sh",
      spec: fields({ shardCount: 2 }),
      workloads: ["Deployment vmagent-sh-0", "Deployment vmagent-sh-1"],
      expected: "all restart",
    },
    {
      title: "a disruption budget of a VMAlert",
      of: "VMAlert main",
      spec: fields({ podDisruptionBudget: { maxUnavailable: 1 } }),
      workloads: ["Deployment vmalert-main"],
      expected: "nothing",
    },
    {
      title: "one more pod of a VMAlertmanager, of which all are told",
      of: "VMAlertmanager main",
      spec: fields({ replicaCount: 3 }),
      workloads: ["StatefulSet vmalertmanager-main"],
      expected: "all restart",
    },
    {
      title: "a Service of another type for a VMAuth",
      of: "VMAuth main",
      spec: fields({ serviceSpec: { spec: { type: "NodePort" } } }),
      workloads: ["Deployment vmauth-main"],
      expected: "nothing",
    },
    {
      title: "larger claims of storage nodes",
      of: "VMCluster big",
      spec: part("vmstorage", { replicaCount: 3, storage: { volumeClaimTemplate: { spec: claim("2Gi") } } }),
      workloads: ["StatefulSet vmstorage-big", "StatefulSet vmselect-big", "Deployment vminsert-big"],
      expected: "nothing",
    },
    {
      title: "an image of a paused Deployment",
      of: "Deployment quantities",
      spec: (before: PlainSpec) => withContainer({ image: "main:2" })(withSpec({ paused: true })(before) as PlainSpec),
      workloads: ["Deployment quantities"],
      expected: "nothing",
    },
    {
      title: "arguments in another order",
      of: "Deployment defaults",
      spec: withContainer({ args: ["-b=2", "-a=1"] }),
      workloads: ["Deployment defaults"],
      expected: "all restart",
    },
    {
      title: "1Gi as 1073741824 in a StatefulSet, which keeps templates as text",
      of: "StatefulSet amounts",
      spec: withContainer({ resources: { requests: { cpu: "500m", memory: "1073741824" } } }),
      workloads: ["StatefulSet amounts"],
      expected: "all restart",
    },
    {
      title: "more pods of a StatefulSet with OnDelete",
      of: "StatefulSet by-hand",
      spec: withSpec({ replicas: 3 }),
      workloads: ["StatefulSet by-hand"],
      expected: "some start",
    },
    {
      title: "empty fields of pods, and a volume without a source",
      of: "DaemonSet nodes",
      spec: withPod({ nodeSelector: {}, tolerations: [], hostNetwork: false, dnsPolicy: "ClusterFirst" }),
      workloads: ["DaemonSet nodes"],
      expected: "nothing",
    },
  ],
  [
    {
      title: "no pod of a VMSingle",
      of: "VMSingle db",
      spec: fields({ replicaCount: 0 }),
      workloads: ["Deployment vmsingle-db"],
      expected: "some end",
    },
    {
      title: "recreation, which is no change of pods",
      of: "VMAgent dep",
      spec: fields({ updateStrategy: "Recreate" }),
      workloads: ["Deployment vmagent-dep"],
      expected: "nothing",
    },
    {
      title: "external labels of a stateful VMAgent",
      of: "VMAgent sts",
      spec: fields({ externalLabels: { dc: "one" } }),
      workloads: ["StatefulSet vmagent-sts"],
      expected: "nothing",
    },
    {
      title: "another retention of a cluster",
      of: "VMCluster big",
      spec: fields({ retentionPeriod: "60d" }),
      workloads: ["StatefulSet vmstorage-big"],
      expected: "all restart",
    },
    {
      title: "the deletion policy of the claims of a StatefulSet",
      of: "StatefulSet ordered",
      spec: withSpec({ persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete", whenDeleted: "Retain" } }),
      workloads: ["StatefulSet ordered"],
      expected: "nothing",
    },
    {
      title: "the selector of a DaemonSet",
      of: "DaemonSet nodes",
      spec: ({ object }: PlainSpec) =>
        withSpec({
          selector: { matchLabels: { app: "others" } },
          template: { ...object.spec.template, metadata: { labels: { app: "others" } } },
        })({ object }),
      workloads: ["DaemonSet nodes"],
      expected: "all restart",
    },
    {
      title: "an argument of a Deployment that is recreated",
      of: "Deployment defaults",
      spec: withContainer({ args: ["-a=2"] }),
      workloads: ["Deployment defaults"],
      expected: "all restart",
    },
  ],
];

/** The objects of the stack at first, and their changes in rounds. */
export const rounds = { start, changes };
