/** Namespaces of the objects that are looked for, with labels and annotations that targets can get. */
export const namespaces = { shop: "targets-shop", back: "targets-back" } as const;

const namespace = (name: string, labels: Labels, annotations: Labels) => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, labels, annotations },
});

const inBack = (...words: readonly string[]): readonly string[] => [`--namespace=${namespaces.back}`, ...words];

type Labels = Readonly<Record<string, string>>;

interface Port {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

const http: Port = { name: "http", containerPort: 8080 };
const metrics: Port = { name: "metrics", containerPort: 9090 };

const container = (name: string, ...ports: readonly Port[]) => ({ name, image: `example/${name}:1`, ports });

const workload = (kind: string, name: string, labels: Labels, spec: object, rest: object = {}) => ({
  apiVersion: "apps/v1",
  kind,
  metadata: { name, namespace: namespaces.shop },
  spec: { selector: { matchLabels: { app: labels.app } }, template: { metadata: { labels }, spec }, ...rest },
});

const pod = (name: string, labels: Labels, spec: object, annotations: Labels = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: namespaces.back, labels, annotations },
  spec,
});

const service = (namespaceName: string, name: string, labels: Labels, spec: object, annotations: Labels = {}) => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, namespace: namespaceName, labels, annotations },
  spec,
});

const node = (name: string, labels: Labels, spec: object = {}) => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, labels: { "tests/other": "", ...labels }, annotations: { "tests/rack": name } },
  // No other pods are to come here.
  spec: { ...spec, taints: [{ key: "tests/other", effect: "NoSchedule" }] },
});

const ingress = (name: string, labels: Labels, spec: object) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name, namespace: namespaces.shop, labels, annotations: { "tests/owner": "web" } },
  spec,
});

const backend = { service: { name: "shop", port: { number: 80 } } };
const path = (text: string) => ({ path: text, pathType: "Prefix", backend });

/** The objects of the first state, without their namespaces. */
export const objects: readonly object[] = [
  workload(
    "Deployment",
    "shop",
    { app: "shop", tier: "web", "app.kubernetes.io/name": "shop" },
    {
      containers: [container("shop", http, metrics), container("proxy", { name: "admin", containerPort: 9901 }, { containerPort: 15_020 })],
      initContainers: [
        { ...container("sidecar", { name: "side", containerPort: 7070 }), restartPolicy: "Always" },
        container("setup", { name: "setup", containerPort: 6060 }),
      ],
    },
    { replicas: 2 },
  ),
  workload("Deployment", "cart", { app: "cart", tier: "web" }, { containers: [container("cart", http)] }, { replicas: 2 }),
  workload(
    "StatefulSet",
    "queue",
    { app: "queue", tier: "data" },
    { containers: [container("queue", metrics, { name: "udp", containerPort: 53, protocol: "UDP" })] },
    {
      serviceName: "queue",
      replicas: 2,
    },
  ),
  workload("DaemonSet", "logs", { app: "logs", tier: "node" }, { containers: [container("logs", metrics)] }),
  pod(
    "plain",
    { app: "plain", tier: "back" },
    { containers: [container("plain")] },
    { "tests/owner": "back", "operator.victoriametrics.com/probe-path": "/live" },
  ),
  pod("ready-not", { app: "back", tier: "back" }, { containers: [container("back", http, metrics)] }),
  pod("ready", { app: "back", tier: "back" }, { containers: [container("back", http, metrics)], nodeSelector: {} }),
  pod("done", { app: "back", tier: "back" }, { containers: [container("back", metrics)], restartPolicy: "Never" }),
  pod("failed", { app: "back", tier: "back" }, { containers: [container("back", metrics)], restartPolicy: "Never" }),
  pod("waiting", { app: "back", tier: "back" }, { containers: [container("back", metrics)], nodeSelector: { nowhere: "yes" } }),
  service(
    namespaces.shop,
    "shop",
    { app: "shop", "app.kubernetes.io/part-of": "web" },
    {
      selector: { app: "shop" },
      ports: [
        { name: "http", port: 80, targetPort: "http" },
        { name: "metrics", port: 9090, targetPort: 9090, appProtocol: "http" },
      ],
    },
    { "tests/owner": "web", "operator.victoriametrics.com/probe-path": "/health", "operator.victoriametrics.com/probe-scheme": "https" },
  ),
  service(
    namespaces.shop,
    "cart",
    { app: "cart", team: "a" },
    { type: "NodePort", selector: { app: "cart" }, ports: [{ port: 80, targetPort: "http" }] },
  ),
  service(
    namespaces.shop,
    "queue",
    { app: "queue", team: "b" },
    {
      clusterIP: "None",
      selector: { app: "queue" },
      ports: [
        { name: "metrics", port: 9090 },
        { name: "dns", port: 53, protocol: "UDP", targetPort: "udp" },
      ],
    },
  ),
  service(
    namespaces.shop,
    "logs",
    { app: "logs" },
    { selector: { app: "logs" }, ports: [{ name: "absent", port: 81, targetPort: "absent" }] },
  ),
  service(
    namespaces.back,
    "back",
    { app: "back", team: "a" },
    {
      selector: { app: "back" },
      ports: [
        { name: "http", port: 80, targetPort: 8080 },
        { name: "metrics", port: 9090, targetPort: "metrics" },
      ],
    },
  ),
  service(
    namespaces.back,
    "unready",
    { app: "unready" },
    {
      selector: { app: "back" },
      publishNotReadyAddresses: true,
      ports: [{ name: "metrics", port: 9090 }],
    },
  ),
  service(
    namespaces.back,
    "external",
    { app: "external" },
    { type: "ExternalName", externalName: "db.example", ports: [{ name: "metrics", port: 443 }] },
  ),
  service(namespaces.back, "manual", { app: "manual" }, { ports: [{ name: "metrics", port: 9100 }] }),
  {
    apiVersion: "v1",
    kind: "Endpoints",
    metadata: {
      name: "manual",
      namespace: namespaces.back,
      labels: { app: "manual", kept: "by-hand" },
      annotations: { "tests/owner": "hand" },
    },
    subsets: [
      {
        addresses: [
          { ip: "192.0.2.1", hostname: "one", nodeName: "simulated" },
          { ip: "192.0.2.2", targetRef: { kind: "Node", name: "simulated" } },
        ],
        notReadyAddresses: [{ ip: "2001:db8::1" }],
        ports: [
          { name: "metrics", port: 9100 },
          { name: "more", port: 9101 },
        ],
      },
    ],
  },
  {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "manual-six", namespace: namespaces.back, labels: { "kubernetes.io/service-name": "manual", app: "manual" } },
    addressType: "IPv6",
    endpoints: [
      { addresses: ["2001:db8::1"], conditions: { ready: true }, hostname: "six", nodeName: "simulated", zone: "a" },
      { addresses: ["2001:db8::2"], conditions: { ready: false, serving: true, terminating: true } },
    ],
    ports: [
      { name: "metrics", port: 9100 },
      { port: 9101, protocol: "UDP", appProtocol: "example.org/odd" },
    ],
  },
  {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "nobodys", namespace: namespaces.back, labels: { app: "nobodys" } },
    addressType: "FQDN",
    endpoints: [{ addresses: ["one.example"], targetRef: { kind: "Node", name: "simulated" } }],
    ports: [{ name: "metrics", port: 80 }],
  },
  node("targets-one", { rack: "a", "topology.kubernetes.io/zone": "z1" }, { providerID: "cloud://one" }),
  node("targets-two", { rack: "b" }, { unschedulable: true }),
  node("targets-none", { rack: "b" }),
  ingress(
    "web",
    { app: "web" },
    {
      ingressClassName: "nginx",
      tls: [{ hosts: ["shop.example", "*.wild.example"] }],
      rules: [
        { host: "shop.example", http: { paths: [path("/"), path("/cart")] } },
        { host: "a.wild.example", http: { paths: [path("/")] } },
        { host: "plain.example", http: { paths: [path("/x")] } },
        { http: { paths: [path("/nohost")] } },
      ],
    },
  ),
  ingress("empty", { app: "empty" }, { rules: [{ host: "bare.example" }] }),
  ingress("default", { app: "default" }, { defaultBackend: backend }),
];

export const namespaceObjects: readonly object[] = [
  namespace(namespaces.shop, { team: "web", "cost/center": "7" }, { "tests/owner": "Web Shop" }),
  namespace(namespaces.back, { team: "back" }, {}),
];

/** What only a status can say: the object as kubectl calls it, and a patch. */
export const statuses: readonly { readonly of: readonly string[]; readonly status: object }[] = [
  {
    of: ["node", "targets-one"],
    status: {
      addresses: [
        { type: "Hostname", address: "one.example" },
        { type: "ExternalIP", address: "192.0.2.11" },
        { type: "InternalIP", address: "192.0.2.10" },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10_250 } },
    },
  },
  { of: ["node", "targets-two"], status: { addresses: [{ type: "Hostname", address: "two.example" }] } },
  { of: inBack("pod", "ready-not"), status: { conditions: [{ type: "Ready", status: "False" }] } },
  {
    of: inBack("pod", "ready"),
    status: {
      containerStatuses: [{ name: "back", image: "", imageID: "", ready: true, restartCount: 0, containerID: "containerd://back" }],
    },
  },
  { of: inBack("pod", "done"), status: { phase: "Succeeded" } },
  { of: inBack("pod", "failed"), status: { phase: "Failed" } },
];

/** Objects that come or change with the second state. */
export const changedObjects: readonly object[] = [
  // Another port of the pods, which are made anew, and one replica more.
  workload(
    "Deployment",
    "cart",
    { app: "cart", tier: "web", canary: "yes" },
    { containers: [container("cart", http, metrics)] },
    { replicas: 3 },
  ),
  service(
    namespaces.shop,
    "cart",
    { app: "cart", team: "c" },
    {
      type: "NodePort",
      selector: { app: "cart" },
      ports: [
        { name: "http", port: 80, targetPort: "http" },
        { name: "metrics", port: 9090, targetPort: "metrics" },
      ],
    },
  ),
  service(
    namespaces.shop,
    "logs",
    { app: "logs", team: "a" },
    { selector: { app: "logs" }, ports: [{ name: "metrics", port: 81, targetPort: "metrics" }] },
  ),
  service(namespaces.back, "late", { app: "late", team: "a" }, { selector: { app: "plain" }, ports: [{ name: "metrics", port: 8000 }] }),
  pod("late", { app: "plain", tier: "back" }, { containers: [container("late", metrics)] }),
  namespace(namespaces.back, { team: "front" }, { "tests/owner": "late" }),
  ingress("web", { app: "web" }, { rules: [{ host: "new.example", http: { paths: [path("/")] } }] }),
  node("targets-two", { rack: "c" }, { unschedulable: true }),
];

/** The labels that the second state changes where an object is not written anew, as arguments of `kubectl label`. */
export const relabeled: readonly (readonly string[])[] = [
  [...inBack("pod", "ready"), "app=other", "tier-"],
  [...inBack("service", "back"), "team=b"],
];

/** The objects that the second state takes away, as kubectl calls them. */
export const removed: readonly (readonly string[])[] = [
  ["service/queue", `--namespace=${namespaces.shop}`],
  inBack("pod/failed", "endpointslice/manual-six"),
  ["node/targets-one"],
];
