import { fields, type Life, olderTag } from "./life";

const alertmanager = "StatefulSet vmalertmanager-pages";
const image = { tag: olderTag };

/** Rules, alerts and the way to databases. */
export const alerting: readonly Life[] = [
  {
    kind: "VMAlert",
    name: "rules",
    spec: { datasource: { url: "http://elsewhere:8428" }, notifier: { url: "http://elsewhere:9093" }, replicaCount: 2 },
    changes: [
      { change: "fewer pods", spec: fields({ replicaCount: 1 }), pods: { "Deployment vmalert-rules": { ends: 1 } } },
      { change: "a disruption budget", spec: fields({ podDisruptionBudget: { maxUnavailable: 1 } }), pods: {} },
      { change: "another image while it is paused", spec: fields({ paused: true, image }), pods: {} },
      { change: "no pause", spec: fields({ paused: false }), pods: { "Deployment vmalert-rules": { restarts: 1 } } },
    ],
  },
  {
    kind: "VMAlertmanager",
    name: "pages",
    spec: { replicaCount: 2 },
    changes: [
      { change: "another route", spec: fields({ configRawYaml: "route: {receiver: none}\nreceivers: [{name: none}]\n" }), pods: {} },
      {
        change: "one more pod, of which all others are told",
        spec: fields({ replicaCount: 3 }),
        pods: { [alertmanager]: { restarts: [1, 0], starts: [2] } },
      },
      {
        change: "pods that start one after the other",
        spec: fields({ minReadySeconds: 1 }),
        pods: { [alertmanager]: { restarts: [0, 1, 2] } },
        replaced: [alertmanager],
      },
      { change: "another image", spec: fields({ image: { tag: "v0.28.0" } }), pods: { [alertmanager]: { restarts: [2, 1, 0] } } },
    ],
  },
  {
    kind: "VMAuth",
    name: "gate",
    spec: { replicaCount: 1 },
    changes: [
      { change: "a label of all objects", spec: fields({ managedMetadata: { labels: { team: "a" } } }), pods: {} },
      { change: "a Service of another type", spec: fields({ serviceSpec: { spec: { type: "NodePort" } } }), pods: {} },
      {
        change: "paused, and another number of pods that waits",
        spec: fields({ paused: true, replicaCount: 2 }),
        pods: {},
      },
      { change: "no pause", spec: fields({ paused: undefined }), pods: { "Deployment vmauth-gate": { starts: 1 } } },
    ],
  },
  {
    kind: "VMUser",
    name: "guest",
    spec: { generatePassword: true, targetRefs: [{ static: { url: "http://elsewhere:8428" }, paths: ["/.*"] }] },
    changes: [
      {
        change: "another path",
        spec: fields({ targetRefs: [{ static: { url: "http://elsewhere:8428" }, paths: ["/api/.*"] }] }),
        pods: {},
      },
      { change: "another password", spec: fields({}), arguments: { rotate: "second" }, pods: {}, passwords: ["vmuser-guest"] },
    ],
  },
  {
    kind: "VMAuth",
    name: "scaled",
    spec: { replicaCount: 1 },
    changes: [
      {
        change: "an autoscaler",
        spec: fields({ hpa: { minReplicas: 3, maxReplicas: 5 } }),
        pods: {},
        unforeseen: { "Deployment vmauth-scaled": { starts: 2 } },
      },
      { change: "another image", spec: fields({ image }), pods: { "Deployment vmauth-scaled": { restarts: "all" } } },
      {
        change: "no autoscaler, and the pods that it has left",
        spec: fields({ hpa: undefined }),
        options: { ignoreChanges: ["spec.replicaCount"] },
        pods: {},
      },
      {
        change: "the number of pods by force",
        options: {},
        spec: fields({ replicaCount: 2, managedMetadata: { annotations: { "pulumi.com/patchForce": "true" } } }),
        pods: {},
        unforeseen: { "Deployment vmauth-scaled": { ends: 1 } },
      },
    ],
  },
];
