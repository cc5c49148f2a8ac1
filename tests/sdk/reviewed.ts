/** An object of a program whose changes are reviewed. */
export interface ReviewedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly stringData?: Readonly<Record<string, string>>;
  /** Its component selects from all objects before it. */
  readonly selects?: true;
}

/** Values that no review may show. */
export const planted = ["planted-key-old", "planted-key-new", "planted-password-old", "planted-password-new"];

const resource = (kind: string, name: string, namespace: string, spec: Readonly<Record<string, unknown>>): ReviewedObject => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind,
  metadata: { name, namespace },
  spec,
});

interface Values {
  readonly secret: string;
  readonly retention: string;
  readonly interval: string;
  readonly nodes: number;
  readonly rules: readonly object[];
  readonly paths: readonly string[];
  readonly team: string;
}

const alert = (name: string) => ({ alert: name, expr: `up{app="${name}"} == 0`, for: "5m" });

const objects = ({ secret, retention, interval, nodes, rules, paths, team }: Values): readonly ReviewedObject[] => [
  {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "credentials", namespace: "shop" },
    stringData: { username: "agent", password: `planted-password-${secret}` },
  },
  resource("VMSingle", "db", "monitoring", { retentionPeriod: retention, license: { key: `planted-key-${secret}` } }),
  resource("VMCluster", "large", "monitoring", {
    retentionPeriod: "30d",
    replicationFactor: nodes > 2 ? 2 : 1,
    vmstorage: { replicaCount: nodes, storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: "1Gi" } } } } } },
    vmselect: { replicaCount: 1 },
    vminsert: { replicaCount: 1 },
  }),
  resource("VMServiceScrape", "shop", "shop", {
    selector: { matchLabels: { app: "shop" } },
    endpoints: [
      {
        port: "metrics",
        interval,
        basicAuth: { username: { name: "credentials", key: "username" }, password: { name: "credentials", key: "password" } },
      },
    ],
  }),
  resource("VMRule", "rules", "monitoring", { groups: [{ name: "shop", rules }] }),
  {
    ...resource("VMAlert", "main", "monitoring", {
      selectAllByDefault: true,
      datasource: { url: "http://elsewhere:8428" },
      notifier: { url: "http://elsewhere:9093" },
      managedMetadata: { labels: { team } },
    }),
    selects: true,
  },
  resource("VMUser", "reader", "monitoring", {
    username: "reader",
    password: `planted-password-${secret}`,
    targetRefs: [{ static: { url: "http://elsewhere:8428" }, paths }],
  }),
  { ...resource("VMAuth", "main", "monitoring", { selectAllByDefault: true }), selects: true },
  {
    ...resource("VMAgent", "main", "monitoring", {
      selectAllByDefault: true,
      remoteWrite: [{ url: "http://elsewhere:8428/api/v1/write" }],
    }),
    selects: true,
  },
];

/** The same objects before and after a change of everything that matters. */
export const reviewed = {
  old: objects({
    secret: "old",
    retention: "30d",
    interval: "30s",
    nodes: 3,
    rules: [alert("High"), alert("Low")],
    paths: ["/api/v1/query"],
    team: "a",
  }),
  now: objects({
    secret: "new",
    retention: "14d",
    interval: "15s",
    nodes: 2,
    rules: [alert("High")],
    paths: ["/api/v1/query", "/api/v1/write"],
    team: "b",
  }),
};

/** The objects as a program in YAML. */
export function yamlProgram(all: readonly ReviewedObject[], pluginFolder: string): string {
  const nameOf = ({ kind, metadata }: ReviewedObject): string => `yaml${kind}${metadata.name}`;
  const resources = all.map((object, index) => {
    const { kind, metadata, spec, stringData, selects } = object;
    const properties = {
      metadata,
      ...(spec && { spec }),
      ...(stringData && { stringData }),
      ...(selects && { selectFrom: all.slice(0, index).map((before) => `\${${nameOf(before)}}`) }),
    };
    return [nameOf(object), { type: kind === "Secret" ? "kubernetes:core/v1:Secret" : `victoriametrics:${kind}`, properties }];
  });
  return JSON.stringify({
    name: "tests",
    runtime: "yaml",
    plugins: { providers: [{ name: "victoriametrics", path: pluginFolder }] },
    resources: Object.fromEntries(resources),
  });
}
