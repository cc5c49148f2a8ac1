import * as victoriametrics from "pulumi-victoriametrics";

const metadata = { namespace: "monitoring" };

// Two replicas of the agent scrape everything twice. The database keeps one sample of each pair.
const database = new victoriametrics.VMSingle("main", {
  metadata,
  spec: { retentionPeriod: "30d", extraArgs: { "dedup.minScrapeInterval": "30s" } },
});

// In a cluster with a replication factor above 1 deduplication is switched on by itself.
const cluster = new victoriametrics.VMCluster("main", {
  metadata,
  spec: { retentionPeriod: "90d", replicationFactor: 2, vmstorage: { replicaCount: 3 }, vmselect: {}, vminsert: {} },
});

const pods = new victoriametrics.VMPodScrape("applications", {
  metadata,
  spec: { namespaceSelector: { any: true }, selector: { matchLabels: { scrape: "yes" } }, podMetricsEndpoints: [{ port: "metrics" }] },
});

// Three shards share the targets, and each has two replicas on different nodes.
const agent = new victoriametrics.VMAgent("main", {
  metadata,
  spec: {
    shardCount: 3,
    replicaCount: 2,
    selectAllByDefault: true,
    scrapeInterval: "30s",
    remoteWrite: [{ url: database.remoteWriteUrl }, { url: cluster.remoteWriteUrl }],
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway" }],
    podDisruptionBudget: { maxUnavailable: 1 },
  },
  selectFrom: [database, cluster, pods],
});

export const agentUrl = agent.url;
