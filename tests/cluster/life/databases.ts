import { claim, claims, fields, type Life, olderTag, part, unchanged } from "./life";

const image = { tag: olderTag };
const metrics = "StatefulSet vmstorage-metrics";
const selects = "StatefulSet vmselect-metrics";
const inserts = "Deployment vminsert-metrics";

/** Databases of one pod, and clusters. */
export const databases: readonly Life[] = [
  {
    kind: "VMSingle",
    name: "single",
    spec: { retentionPeriod: "30d", storage: claim("1Gi") },
    changes: [
      { change: "a lower retention", spec: fields({ retentionPeriod: "14d" }), pods: { "Deployment vmsingle-single": { restarts: 1 } } },
      {
        change: "a larger claim and a label of the pods",
        spec: fields({ storage: claim("2Gi"), podMetadata: { labels: { team: "a" } } }),
        pods: { "Deployment vmsingle-single": { restarts: 1 } },
      },
      { change: "no pod", spec: fields({ replicaCount: 0 }), pods: { "Deployment vmsingle-single": { ends: 1 } } },
      { change: "one pod again", spec: fields({ replicaCount: 1 }), pods: { "Deployment vmsingle-single": { starts: 1 } } },
    ],
    refused: [
      {
        change: "another storage class",
        spec: fields({ storage: { ...claim("2Gi"), storageClassName: "slow" } }),
        message: /PersistentVolumeClaim lives\/vmsingle-single cannot change these fields in a cluster:[\s\S]*storageClassName/,
      },
    ],
  },
  {
    kind: "VMSingle",
    name: "discarded",
    spec: { retentionPeriod: "1", storage: claim("1Gi"), removePvcAfterDelete: true },
    changes: [
      { change: "another image", spec: fields({ image }), pods: { "Deployment vmsingle-discarded": { restarts: 1 } } },
      {
        change: "no claim",
        spec: fields({ storage: undefined }),
        pods: { "Deployment vmsingle-discarded": { restarts: 1 } },
        claimsGone: ["vmsingle-discarded"],
      },
    ],
  },
  {
    kind: "VLSingle",
    name: "entries",
    spec: { retentionPeriod: "7d", storage: claim("1Gi") },
    changes: [
      { change: "a longer retention", spec: fields({ retentionPeriod: "14d" }), pods: { "Deployment vlsingle-entries": { restarts: 1 } } },
      { change: "a larger claim", spec: fields({ storage: claim("2Gi") }), pods: {} },
      { change: "another image", spec: fields({ image: { tag: "v1.20.0" } }), pods: { "Deployment vlsingle-entries": { restarts: 1 } } },
    ],
  },
  {
    kind: "VTSingle",
    name: "traces",
    spec: { retentionPeriod: "7d" },
    changes: [
      { change: "another image", spec: fields({ image: { tag: "v0.1.0" } }), pods: { "Deployment vtsingle-traces": { restarts: 1 } } },
      { change: "a label of all objects", spec: fields({ managedMetadata: { labels: { team: "a" } } }), pods: {} },
    ],
  },
  {
    kind: "VMCluster",
    name: "metrics",
    spec: {
      retentionPeriod: "30d",
      vmstorage: { replicaCount: 2, storage: claims("1Gi") },
      vmselect: { replicaCount: 2 },
      vminsert: { replicaCount: 2 },
    },
    changes: [
      {
        change: "one more storage node, of which all readers and writers are told",
        spec: part("vmstorage", { replicaCount: 3 }),
        pods: { [metrics]: { starts: [2] }, [selects]: { restarts: [1, 0] }, [inserts]: { restarts: 2 } },
        order: ["vmselect-metrics", "vminsert-metrics"],
      },
      { change: "larger claims", spec: part("vmstorage", { storage: claims("2Gi") }), pods: {} },
      { change: "another retention", spec: fields({ retentionPeriod: "60d" }), pods: { [metrics]: { restarts: [2, 1, 0] } } },
      {
        change: "another version, part by part",
        spec: fields({ clusterVersion: `${olderTag}-cluster` }),
        pods: { [metrics]: { restarts: [2, 1, 0] }, [selects]: { restarts: [1, 0] }, [inserts]: { restarts: 2 } },
        order: ["vmstorage-metrics", "vmselect-metrics", "vminsert-metrics"],
      },
    ],
    refused: [
      {
        change: "another storage class",
        spec: part("vmstorage", { storage: claims("2Gi", { storageClassName: "slow" }) }),
        message: /StatefulSet lives\/vmstorage-metrics cannot change these fields in a cluster:[\s\S]*storageClassName/,
      },
    ],
  },
  {
    kind: "VMCluster",
    name: "balanced",
    spec: { retentionPeriod: "1", vmstorage: { replicaCount: 1 }, vmselect: { replicaCount: 1 }, vminsert: { replicaCount: 1 } },
    changes: [
      {
        change: "a load balancer",
        spec: fields({ requestsLoadBalancer: { enabled: true } }),
        pods: { "Deployment vmclusterlb-balanced": { starts: 1 } },
        replaced: ["Service vmselect-balanced"],
      },
      {
        change: "two load balancers",
        spec: fields({ requestsLoadBalancer: { enabled: true, spec: { replicaCount: 2 } } }),
        pods: { "Deployment vmclusterlb-balanced": { starts: 1 } },
      },
      {
        change: "no load balancer",
        spec: fields({ requestsLoadBalancer: undefined }),
        pods: { "Deployment vmclusterlb-balanced": { ends: 2 } },
        replaced: ["Service vmselect-balanced"],
      },
      { change: "nothing", spec: unchanged, pods: {} },
    ],
  },
  {
    kind: "VLCluster",
    name: "lines",
    spec: {
      vlstorage: { replicaCount: 1, retentionPeriod: "7d", storage: claims("1Gi") },
      vlselect: { replicaCount: 1 },
      vlinsert: { replicaCount: 1 },
    },
    changes: [
      {
        change: "another log level of writers",
        spec: part("vlinsert", { logLevel: "WARN" }),
        pods: { "Deployment vlinsert-lines": { restarts: 1 } },
      },
      {
        change: "one more storage node, of which all readers and writers are told",
        spec: part("vlstorage", { replicaCount: 2 }),
        pods: {
          "StatefulSet vlstorage-lines": { starts: [1] },
          "Deployment vlselect-lines": { restarts: 1 },
          "Deployment vlinsert-lines": { restarts: 1 },
        },
      },
      {
        change: "another retention",
        spec: part("vlstorage", { retentionPeriod: "14d" }),
        pods: { "StatefulSet vlstorage-lines": { restarts: [1, 0] } },
      },
    ],
  },
  {
    kind: "VTCluster",
    name: "spans",
    spec: { storage: { replicaCount: 1, retentionPeriod: "7d" }, select: { replicaCount: 1 }, insert: { replicaCount: 1 } },
    changes: [
      {
        change: "another image of readers",
        spec: part("select", { image: { tag: "v0.1.0" } }),
        pods: { "Deployment vtselect-spans": { restarts: 1 } },
      },
      { change: "more readers", spec: part("select", { replicaCount: 2 }), pods: { "Deployment vtselect-spans": { starts: 1 } } },
    ],
  },
];
