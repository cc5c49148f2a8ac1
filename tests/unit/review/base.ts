import type { Review } from "../../../provider/review/findings";
import { reviewOf } from "../../../provider/review/review-of-change";
import { changeOfManifests } from "../../../provider/review/sources/manifest-change";

type Data = Record<string, unknown>;

/** A manifest that tests change as they like. */
export interface Editable {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Data; annotations?: Data };
  // biome-ignore lint/suspicious/noExplicitAny: tests change all kinds of fields
  spec?: any;
  // biome-ignore lint/suspicious/noExplicitAny: and of objects without a spec
  [field: string]: any;
}

const resource = (kind: string, name: string, spec: Data, namespace = "monitoring"): Editable => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind,
  metadata: { name, namespace },
  spec,
});

const target = (url: string, paths: readonly string[]) => ({ static: { url }, paths });
const rule = (name: string) => ({ alert: name, expr: `up{app="${name}"} == 0`, for: "5m", labels: { severity: "page" } });
const claim = (storage: string) => ({ resources: { requests: { storage } } });

/** A stack of everything, and plain objects of Kubernetes beside it. */
const world = (): Editable[] => [
  resource("VMSingle", "db", { retentionPeriod: "30d", storage: claim("10Gi"), extraArgs: { "dedup.minScrapeInterval": "30s" } }),
  resource("VMCluster", "large", {
    retentionPeriod: "30d",
    replicationFactor: 2,
    vmstorage: {
      replicaCount: 3,
      storage: { volumeClaimTemplate: { spec: claim("10Gi") } },
      podDisruptionBudget: { maxUnavailable: 1 },
      resources: { requests: { cpu: "1", memory: "2Gi" } },
    },
    vmselect: { replicaCount: 2 },
    vminsert: { replicaCount: 2, updateStrategy: "RollingUpdate" },
  }),
  resource("VMAgent", "main", {
    selectAllByDefault: true,
    image: { tag: "v1.130.0" },
    remoteWrite: [{ url: "http://one:8428/api/v1/write" }, { url: "http://two:8428/api/v1/write" }],
  }),
  resource("VMServiceScrape", "shop", {
    selector: { matchLabels: { app: "shop", tier: "front" } },
    endpoints: [{ port: "metrics", interval: "30s" }],
  }),
  resource("VMPodScrape", "batch", { selector: { matchLabels: { app: "batch" } }, podMetricsEndpoints: [{ port: "metrics" }] }),
  resource("VMAlert", "main", {
    selectAllByDefault: true,
    datasource: { url: "http://db:8428" },
    notifier: { url: "http://am:9093" },
    replicaCount: 2,
  }),
  resource("VMRule", "shop", { groups: [{ name: "shop", rules: [rule("High"), rule("Low")] }] }),
  resource("VMAlertmanager", "main", {
    selectAllByDefault: true,
    replicaCount: 3,
    configRawYaml:
      "route: {receiver: none, routes: [{receiver: page, matchers: [severity=page]}]}\nreceivers: [{name: none}, {name: page}]\n",
  }),
  resource("VMAuth", "main", { selectAllByDefault: true, networkPolicy: { ingress: [{ ports: [{ port: 8427 }] }] } }),
  resource("VMUser", "reader", {
    username: "reader",
    password: "planted-password",
    targetRefs: [target("http://db:8428", ["/api/v1/query"])],
  }),
  resource("VMUser", "writer", {
    username: "writer",
    password: "planted-password",
    targetRefs: [target("http://db:8428", ["/api/v1/write"])],
  }),
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "plain", namespace: "monitoring", labels: { app: "plain" } },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: "plain" } },
      template: {
        metadata: { labels: { app: "plain" } },
        spec: {
          containers: [
            {
              name: "main",
              image: "example/main:1.0.0",
              args: ["-a=1", "-b=2"],
              resources: { requests: { cpu: "500m", memory: "1Gi" } },
              ports: [{ containerPort: 80 }],
              readinessProbe: { httpGet: { port: 80 } },
              volumeMounts: [{ name: "data", mountPath: "/data" }],
            },
          ],
          volumes: [{ name: "data", persistentVolumeClaim: { claimName: "plain" } }],
        },
      },
    },
  },
  {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "plain", namespace: "monitoring" },
    spec: { accessModes: ["ReadWriteOnce"], storageClassName: "fast", ...claim("10Gi") },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "plain", namespace: "monitoring" },
    spec: {
      selector: { app: "plain" },
      ports: [
        { name: "http", port: 80 },
        { name: "admin", port: 81 },
      ],
    },
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: "plain" },
    rules: [{ apiGroups: [""], resources: ["pods", "services"], verbs: ["get", "list"] }],
  },
  {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "plain", namespace: "monitoring" },
    data: { text: "one" },
  },
];

/** The object of a kind and a name. */
export function find(objects: readonly Editable[], reference: string): Editable {
  const found = objects.find(({ kind, metadata }) => `${kind} ${metadata.name}` === reference);
  if (!found) throw new Error(`there is no ${reference}`);
  return found;
}

/** The review of a change of the world, which may have had more in it before. */
export function reviewed(change: (objects: Editable[]) => Editable[] | undefined, more: readonly Editable[] = []): Review {
  const changed = world();
  const now = change(changed) ?? changed;
  return reviewOf(changeOfManifests({ manifests: [...world(), ...more] }, { manifests: now }));
}
