import { namespaces } from "./scraped-objects";

const apiVersion = "operator.victoriametrics.com/v1beta1";
/** The namespace of the scrapers, which none of the targets is in. */
export const scraperNamespace = "targets-monitoring";

type Specs = Readonly<Record<string, readonly object[]>>;

const everywhere = { namespaceSelector: { any: true } };
const inBoth = { namespaceSelector: { matchNames: Object.values(namespaces) } };
const app = (name: string) => ({ selector: { matchLabels: { app: name } } });
const expression = (key: string, operator: string, ...values: readonly string[]) => ({
  selector: { matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }] },
});
const labelmap = { action: "labelmap", regex: "__meta_kubernetes_(?:pod|service|node|ingress|namespace|endpoints?|endpointslice)_(.+)" };

/** Every discovery role of VMServiceScrape, with each way to choose Services and ports. */
const serviceScrapes = (role: string | undefined): readonly object[] => {
  const discoveryRole = role && { discoveryRole: role };
  return [
    {
      ...discoveryRole,
      ...app("shop"),
      endpoints: [{ port: "metrics" }, { port: "http", scheme: "https", path: "/m", interval: "1m30s" }],
    },
    { ...discoveryRole, ...inBoth, ...expression("team", "In", "a", "b"), jobLabel: "team", endpoints: [{ targetPort: "metrics" }] },
    {
      ...discoveryRole,
      ...everywhere,
      ...expression("team", "Exists"),
      podTargetLabels: ["tier", "app.kubernetes.io/name"],
      endpoints: [{ targetPort: 9090 }],
    },
    {
      ...discoveryRole,
      ...inBoth,
      ...expression("app", "NotIn", "shop", "logs"),
      targetLabels: ["app.kubernetes.io/part-of", "team"],
      attach_metadata: { node: true, namespace: true },
      endpoints: [{ relabelConfigs: [labelmap, { action: "labeldrop", regex: "(pod|endpointslice)_(uid|name|label_pod_template_hash)" }] }],
    },
  ];
};

const podScrapes: readonly object[] = [
  { ...app("shop"), podMetricsEndpoints: [{ port: "metrics" }, { port: "admin", params: { module: ["one", "two"], empty: [] } }] },
  { ...inBoth, ...expression("tier", "In", "web", "back"), podMetricsEndpoints: [{ portNumber: 9090 }] },
  { ...inBoth, ...expression("tier", "Exists"), podMetricsEndpoints: [{ targetPort: "http", filterRunning: false }] },
  { ...inBoth, ...expression("canary", "DoesNotExist"), jobLabel: "app", podTargetLabels: ["tier"], podMetricsEndpoints: [{}] },
  { ...everywhere, attach_metadata: { node: true }, podMetricsEndpoints: [{ targetPort: 15_020 }, { port: "side" }, { port: "setup" }] },
  {
    ...inBoth,
    attach_metadata: { namespace: true },
    podMetricsEndpoints: [
      {
        filterRunning: false,
        relabelConfigs: [
          { sourceLabels: ["__meta_kubernetes_pod_phase", "__meta_kubernetes_pod_ready"], separator: "-", targetLabel: "state" },
          { sourceLabels: ["__meta_kubernetes_namespace_annotation_tests_owner"], targetLabel: "owner", action: "lowercase" },
          { sourceLabels: ["__meta_kubernetes_pod_container_port_name"], regex: "udp|", action: "drop" },
          labelmap,
        ],
      },
    ],
  },
  { ...app("queue"), podMetricsEndpoints: [{ port: "metrics", interval: "500ms", scrapeTimeout: "5s" }] },
  {
    ...app("back"),
    podMetricsEndpoints: [{ port: "metrics", relabelConfigs: [{ if: '{__meta_kubernetes_pod_name="ready"}', action: "keep" }] }],
  },
  { ...app("nothing"), podMetricsEndpoints: [{ port: "metrics" }] },
];

const vmProberSpec = { url: "prober.example:9115" };
const probe = (kubernetes: object, rest: object = {}) => ({ vmProberSpec, targets: { kubernetes: [kubernetes] }, ...rest });

const probes: readonly object[] = [
  probe({ role: "service" }),
  probe({ role: "service", ...inBoth, ...app("shop") }, { module: "http_2xx", jobName: "probed" }),
  probe({ role: "pod", ...inBoth, ...expression("tier", "In", "back") }),
  probe({ role: "node", ...expression("rack", "In", "a", "b") }, { scrapeTimeout: "3s" }),
  probe({ role: "ingress", namespaceSelector: { any: true } }),
  probe({ role: "ingress", relabelingConfigs: [{ action: "keep", sourceLabels: ["__meta_kubernetes_ingress_scheme"], regex: "https" }] }),
  { vmProberSpec: { ...vmProberSpec, scheme: "https", path: "/p" }, targets: { ingress: app("web") }, params: { debug: ["true"] } },
  {
    vmProberSpec,
    targets: {
      static: {
        targets: ["https://one.example", "two.example:80"],
        labels: { team: "web" },
        relabelingConfigs: [{ targetLabel: "kind", replacement: "static" }],
      },
      kubernetes: [{ role: "service", ...app("queue") }],
    },
  },
];

const nodeScrapes: readonly object[] = [
  {},
  { ...expression("rack", "Exists"), port: "9100" },
  { selector: { matchLabels: { rack: "a" } }, scheme: "https", jobLabel: "rack", targetLabels: ["topology.kubernetes.io/zone", "rack"] },
  {
    ...expression("rack", "NotIn", "b"),
    relabelConfigs: [labelmap, { action: "labelmap", regex: "__meta_kubernetes_node_address_(.+)", replacement: "at_$1" }],
  },
];

const endpoint = (...targets: readonly string[]) => ({ targets });
const staticScrapes: readonly object[] = [
  { targetEndpoints: [endpoint("one.example:80", "two.example"), endpoint("http://three.example/own/path?x=1")] },
  {
    jobName: "static",
    targetEndpoints: [{ ...endpoint("a.example:1"), labels: { team: "a", empty: "" }, scheme: "https", path: "metrics" }],
  },
  {
    targetEndpoints: [
      { ...endpoint("drop.example", "keep.example"), relabelConfigs: [{ action: "drop", sourceLabels: ["__address__"], regex: "drop.*" }] },
    ],
  },
  { targetEndpoints: [{ ...endpoint("[2001:db8::1]:80", "2001:db8::2", "same.example:80", "same.example:80") }] },
];

const roles = ["node", "pod", "service", "endpoints", "endpointslice", "ingress"] as const;
const discovery = (config: object, rest: object = {}) => ({ kubernetesSDConfigs: [config], ...rest });
const names = Object.values(namespaces);

const scrapeConfigs: readonly object[] = [
  ...roles.map((role) => discovery({ role, namespaces: { names } })),
  ...roles.map((role) =>
    discovery(
      {
        role,
        namespaces: { names: [namespaces.shop] },
        attach_metadata: { node: true, namespace: true },
        selectors: [{ role, label: "app" }],
      },
      { relabelConfigs: [labelmap, { targetLabel: "role", replacement: role }], path: "/all" },
    ),
  ),
  discovery({ role: "pod", namespaces: { names }, selectors: [{ role: "pod", field: "status.phase=Running,spec.nodeName!=" }] }),
  discovery({
    role: "pod",
    namespaces: { names },
    selectors: [{ role: "pod", label: "tier in (web, back),!canary", field: "spec.hostNetwork=false" }],
  }),
  discovery({
    role: "node",
    selectors: [
      { role: "node", field: "spec.unschedulable=false" },
      { role: "node", label: "rack!=b" },
    ],
  }),
  discovery({ role: "node", selectors: [{ role: "node", field: "spec.unschedulable=true" }] }),
  discovery({
    role: "service",
    namespaces: { names },
    selectors: [{ role: "service", label: "team notin (b)", field: "metadata.name!=cart" }],
  }),
  discovery({ role: "service", namespaces: { names }, selectors: [{ role: "service", field: "spec.type=NodePort" }] }),
  discovery({
    role: "endpoints",
    namespaces: { names },
    selectors: [
      { role: "pod", label: "tier==web" },
      { role: "service", label: "app=shop" },
    ],
  }),
  discovery({
    role: "endpointslice",
    namespaces: { names },
    selectors: [{ role: "endpointslice", label: "kubernetes.io/service-name=back" }],
  }),
  {
    kubernetesSDConfigs: [{ role: "node" }, { role: "service", namespaces: { names: [namespaces.back] } }],
    staticConfigs: [{ targets: ["one.example:80"], labels: { job: "own", team: "static" } }],
    relabelConfigs: [
      { action: "hashmod", sourceLabels: ["__address__"], modulus: 4, targetLabel: "__tmp_hash" },
      { action: "drop", sourceLabels: ["__tmp_hash"], regex: "0" },
    ],
  },
];

const specs: Specs = {
  VMServiceScrape: [undefined, "endpointslice", "endpointslices", "service"].flatMap(serviceScrapes),
  VMPodScrape: podScrapes,
  VMProbe: probes,
  VMNodeScrape: nodeScrapes,
  VMStaticScrape: staticScrapes,
  VMScrapeConfig: scrapeConfigs,
};

/** Scrape objects of all kinds, by turns in the two namespaces. */
export const scrapeObjects = Object.entries(specs).flatMap(([kind, all]) =>
  all.map((spec, index) => ({
    apiVersion,
    kind,
    metadata: { name: `of-case-${index}`, namespace: index % 4 === 3 ? namespaces.back : namespaces.shop },
    spec,
  })),
);

const scraper = (kind: string, name: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: scraperNamespace },
  spec: { selectAllByDefault: true, disableSelfServiceScrape: true, ...spec },
});
const remoteWrite = [{ url: "http://127.0.0.1:1/api/v1/write" }];

/** Scrapers that choose targets by relabeling, by the API server's selectors, and on each node. */
export const scrapers = [
  scraper("VMAgent", "plain", { remoteWrite }),
  scraper("VMAgent", "strict", {
    remoteWrite,
    enableKubernetesAPISelectors: true,
    enforcedNamespaceLabel: "tenant",
    scrapeInterval: "15s",
    scrapeTimeout: "4s",
    globalScrapeRelabelConfigs: [
      { targetLabel: "cluster", replacement: "tests" },
      { action: "drop", sourceLabels: ["__address__"], regex: "192\\.0\\.2\\.2:.*" },
    ],
    serviceScrapeRelabelTemplate: [{ action: "labelmap", regex: "__meta_kubernetes_service_annotation_(.+)" }],
  }),
  scraper("VMAgent", "of-nodes", { remoteWrite, daemonSetMode: true }),
  scraper("VMSingle", "single", { retentionPeriod: "1", ingestOnlyMode: false, ignoreNamespaceSelectors: true }),
];
