import { claims, fields, type Life, olderTag } from "./life";

const remoteWrite = [{ url: "http://elsewhere:8428/api/v1/write" }];
const image = { tag: olderTag };

/** Agents, in each mode of running. */
export const collectors: readonly Life[] = [
  {
    kind: "VMAgent",
    name: "deployed",
    spec: { replicaCount: 2, remoteWrite, selectAllByDefault: true },
    changes: [
      { change: "another scrape interval", spec: fields({ scrapeInterval: "15s" }), pods: {} },
      {
        change: "another image and one more pod",
        spec: fields({ replicaCount: 3, image }),
        pods: { "Deployment vmagent-deployed": { restarts: 2, starts: 1 } },
      },
      { change: "recreation, which is no change of pods", spec: fields({ updateStrategy: "Recreate" }), pods: {} },
      {
        change: "nodes of one tier",
        spec: fields({ nodeSelector: { tier: "first" } }),
        pods: { "Deployment vmagent-deployed": { restarts: 3 } },
      },
    ],
  },
  {
    kind: "VMAgent",
    name: "stateful",
    spec: { statefulMode: true, replicaCount: 2, remoteWrite, statefulStorage: claims("1Gi") },
    changes: [
      { change: "one more pod", spec: fields({ replicaCount: 3 }), pods: { "StatefulSet vmagent-stateful": { starts: [2] } } },
      { change: "another image", spec: fields({ image }), pods: { "StatefulSet vmagent-stateful": { restarts: [2, 1, 0] } } },
      { change: "external labels", spec: fields({ externalLabels: { dc: "one" } }), pods: {} },
      { change: "fewer pods", spec: fields({ replicaCount: 1 }), pods: { "StatefulSet vmagent-stateful": { ends: [1, 2] } } },
    ],
    refused: [
      {
        change: "another storage class",
        spec: fields({ statefulStorage: claims("1Gi", { storageClassName: "slow" }) }),
        message: /StatefulSet lives\/vmagent-stateful cannot change these fields in a cluster:[\s\S]*storageClassName/,
      },
    ],
  },
  {
    kind: "VMAgent",
    name: "everywhere",
    spec: { daemonSetMode: true, remoteWrite },
    changes: [
      { change: "another log level", spec: fields({ logLevel: "WARN" }), pods: { "DaemonSet vmagent-everywhere": { restarts: "all" } } },
      { change: "a scrape interval", spec: fields({ scrapeInterval: "15s" }), pods: {} },
      {
        change: "a Deployment in place of the DaemonSet",
        spec: fields({ daemonSetMode: undefined }),
        pods: { "DaemonSet vmagent-everywhere": { ends: "all" }, "Deployment vmagent-everywhere": { starts: 1 } },
      },
      {
        change: "a DaemonSet in place of the Deployment",
        spec: fields({ daemonSetMode: true }),
        pods: { "DaemonSet vmagent-everywhere": { starts: "all" }, "Deployment vmagent-everywhere": { ends: 1 } },
      },
    ],
  },
  {
    kind: "VMAgent",
    name: "sharded",
    spec: { shardCount: 2, remoteWrite },
    changes: [
      {
        change: "one more shard, of which all others are told",
        spec: fields({ shardCount: 3 }),
        pods: {
          "Deployment vmagent-sharded-0": { restarts: 1 },
          "Deployment vmagent-sharded-1": { restarts: 1 },
          "Deployment vmagent-sharded-2": { starts: 1 },
        },
      },
      { change: "a scrape timeout", spec: fields({ scrapeTimeout: "4s" }), pods: {} },
      {
        change: "fewer shards",
        spec: fields({ shardCount: 2 }),
        pods: {
          "Deployment vmagent-sharded-0": { restarts: 1 },
          "Deployment vmagent-sharded-1": { restarts: 1 },
          "Deployment vmagent-sharded-2": { ends: 1 },
        },
      },
      {
        change: "no shards",
        spec: fields({ shardCount: undefined }),
        pods: {
          "Deployment vmagent-sharded-0": { ends: 1 },
          "Deployment vmagent-sharded-1": { ends: 1 },
          "Deployment vmagent-sharded": { starts: 1 },
        },
      },
    ],
  },
  {
    kind: "VMAgent",
    name: "turning",
    spec: { remoteWrite },
    changes: [
      {
        change: "a StatefulSet in place of the Deployment",
        spec: fields({ statefulMode: true }),
        pods: { "Deployment vmagent-turning": { ends: 1 }, "StatefulSet vmagent-turning": { starts: [0] } },
        replaced: ["Service vmagent-turning"],
      },
      {
        change: "its first claim template",
        spec: fields({ statefulStorage: claims("1Gi") }),
        pods: { "StatefulSet vmagent-turning": { restarts: [0] } },
        replaced: ["StatefulSet vmagent-turning"],
      },
      {
        change: "a larger claim, to the size of which its queue adapts",
        spec: fields({ statefulStorage: claims("2Gi") }),
        pods: { "StatefulSet vmagent-turning": { restarts: [0] } },
      },
      {
        change: "a Deployment in place of the StatefulSet",
        spec: fields({ statefulMode: undefined, statefulStorage: undefined }),
        pods: { "StatefulSet vmagent-turning": { ends: [0] }, "Deployment vmagent-turning": { starts: 1 } },
        replaced: ["Service vmagent-turning"],
      },
    ],
  },
  {
    kind: "VMAgent",
    name: "secretive",
    spec: { remoteWrite: [{ ...remoteWrite[0], basicAuth: { password: { name: "rotated", key: "password" } } }], password: "first" },
    changes: [
      { change: "a rotated Secret", spec: fields({ password: "second" }), pods: {}, passwords: ["rotated"] },
      { change: "a Secret that stays", spec: fields({ scrapeInterval: "20s" }), pods: {} },
      {
        change: "a Secret that is rotated together with an argument",
        spec: fields({ password: "third", logFormat: "json" }),
        pods: { "Deployment vmagent-secretive": { restarts: 1 } },
        passwords: ["rotated"],
      },
      {
        change: "no Secret",
        spec: fields({ remoteWrite, password: undefined }),
        pods: { "Deployment vmagent-secretive": { restarts: 1 } },
      },
    ],
  },
  {
    kind: "VLAgent",
    name: "logs",
    spec: { replicaCount: 2, remoteWrite: [{ url: "http://elsewhere:9428/internal/insert" }], storage: claims("1Gi") },
    changes: [
      { change: "another log level", spec: fields({ logLevel: "WARN" }), pods: { "StatefulSet vlagent-logs": { restarts: [1, 0] } } },
      { change: "one more pod", spec: fields({ replicaCount: 3 }), pods: { "StatefulSet vlagent-logs": { starts: [2] } } },
      {
        change: "larger claims, to the size of which its queue adapts",
        spec: fields({ storage: claims("2Gi") }),
        pods: { "StatefulSet vlagent-logs": { restarts: [2, 1, 0] } },
      },
      { change: "fewer pods", spec: fields({ replicaCount: 1 }), pods: { "StatefulSet vlagent-logs": { ends: [1, 2] } } },
    ],
  },
];
