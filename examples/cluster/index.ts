import * as victoriametrics from "pulumi-victoriametrics";

const metadata = { namespace: "monitoring" };
const claim = { volumeClaimTemplate: { spec: { resources: { requests: { storage: "100Gi" } } } } };

// Every sample is stored twice, so that one storage node may be away.
const cluster = new victoriametrics.VMCluster("main", {
  metadata,
  spec: {
    retentionPeriod: "90d",
    replicationFactor: 2,
    vmstorage: { replicaCount: 3, storage: claim },
    vmselect: { replicaCount: 2 },
    vminsert: { replicaCount: 2 },
  },
});

const nodes = new victoriametrics.VMNodeScrape("nodes", { metadata, spec: { port: "9100", jobLabel: "node" } });

// Two agents: one for the nodes and the cluster itself, which shares its targets between two shards, and one that only takes in what is pushed.
const agent = new victoriametrics.VMAgent("main", {
  metadata,
  spec: { shardCount: 2, selectAllByDefault: true, remoteWrite: [{ url: cluster.remoteWriteUrl }] },
  selectFrom: [cluster, nodes],
});
const gateway = new victoriametrics.VMAgent("push", {
  metadata,
  spec: { ingestOnlyMode: true, replicaCount: 2, remoteWrite: [{ url: cluster.remoteWriteUrl }] },
});

// One user may write, the other one read. Their passwords are made once and kept in the state.
const access = (name: string, target: "VMCluster/vminsert" | "VMCluster/vmselect", paths: string[]) =>
  new victoriametrics.VMUser(name, {
    metadata,
    spec: { generatePassword: true, targetRefs: [{ crd: { kind: target, name: "main", namespace: "monitoring" }, paths }] },
    selectFrom: [cluster],
  });
const writer = access("writer", "VMCluster/vminsert", ["/insert/.*"]);
const reader = access("reader", "VMCluster/vmselect", ["/select/.*"]);

const gate = new victoriametrics.VMAuth("main", {
  metadata,
  spec: { selectAllByDefault: true, ingress: { host: "metrics.example.com", class_name: "nginx" } },
  selectFrom: [cluster, writer, reader],
});

export const gateUrl = gate.url;
export const agentUrl = agent.url;
export const pushUrl = gateway.remoteWriteUrl;
export const readerSecret = reader.secretName;
