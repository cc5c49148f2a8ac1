import * as kubernetes from "@pulumi/kubernetes";
import * as victoriametrics from "pulumi-victoriametrics";
import type { ControlPlaneComponent } from "./configuration";

type Metadata = victoriametrics.ObjectMetadataArgs;

const account = "/var/run/secrets/kubernetes.io/serviceaccount";
const bearerTokenFile = `${account}/token`;

/** The label of Services that says what they belong to, and with it the job of their series. */
export const nameLabel = "app.kubernetes.io/name";

/** Scrape objects for what every cluster has: kubelets, API server, CoreDNS and the given components of the control plane. */
export function createClusterScrapes(metadata: Metadata, components: readonly ControlPlaneComponent[]) {
  return [
    ...kubeletEndpoints.map((endpoint) => kubeletScrape(metadata, endpoint)),
    apiServerScrape(metadata),
    ...[...components, "coredns" as const].map((component) => systemScrape(metadata, component, systemComponents[component])),
  ];
}

/** One of the pages that a kubelet serves. */
interface KubeletEndpoint {
  readonly name: string;
  readonly path: string;
  /** Names of unused metrics: they make up most of the page. */
  readonly drops?: string;
}

const kubeletEndpoints: readonly KubeletEndpoint[] = [
  { name: "kubelet", path: "/metrics", drops: "(storage_operation|rest_client|kubelet_runtime_operations)_.*_bucket" },
  {
    name: "cadvisor",
    path: "/metrics/cadvisor",
    drops: "container_(tasks_state|memory_failures_total|blkio_device_usage_total|file_descriptors|sockets|ulimits_soft|last_seen)",
  },
  { name: "kubelet-probes", path: "/metrics/probes" },
  { name: "kubelet-resource", path: "/metrics/resource" },
];

/** All pages have the job `kubelet` and are told apart by `metrics_path`, as dashboards of the community expect. */
function kubeletScrape(metadata: Metadata, { name, path, drops }: KubeletEndpoint): victoriametrics.VMNodeScrape {
  return new victoriametrics.VMNodeScrape(name, {
    metadata,
    spec: {
      scheme: "https",
      path,
      bearerTokenFile,
      // Kubelets sign their certificates themselves, unless the cluster is told otherwise.
      tlsConfig: { caFile: `${account}/ca.crt`, insecureSkipVerify: true },
      honorLabels: true,
      // The time of the scrape; the kubelet's own times go stale with its cache.
      honorTimestamps: false,
      relabelConfigs: [
        { targetLabel: "job", replacement: "kubelet" },
        { sourceLabels: ["__metrics_path__"], targetLabel: "metrics_path" },
      ],
      ...(drops !== undefined && { metricRelabelConfigs: [{ sourceLabels: ["__name__"], regex: drops, action: "drop" }] }),
    },
  });
}

const apiServerScrape = (metadata: Metadata): victoriametrics.VMServiceScrape =>
  new victoriametrics.VMServiceScrape("apiserver", {
    metadata,
    spec: {
      jobLabel: "component",
      namespaceSelector: { matchNames: ["default"] },
      selector: { matchLabels: { component: "apiserver", provider: "kubernetes" } },
      endpoints: [
        {
          port: "https",
          scheme: "https",
          bearerTokenFile,
          tlsConfig: { caFile: `${account}/ca.crt`, serverName: "kubernetes" },
          metricRelabelConfigs: [
            {
              sourceLabels: ["__name__"],
              regex: "apiserver_(watch_events_sizes|response_sizes|watch_cache_read_wait_seconds|request_body_size_bytes)_bucket",
              action: "drop",
            },
          ],
        },
      ],
    },
  });

/** A component that runs in kube-system, by the labels that kubeadm gives its pods. */
interface SystemComponent {
  readonly pods: Readonly<Record<string, string>>;
  readonly port: number;
  /** It wants a token, over TLS with a certificate that it has signed itself. */
  readonly isSecured?: boolean;
}

const systemComponents: Readonly<Record<ControlPlaneComponent | "coredns", SystemComponent>> = {
  "kube-controller-manager": { pods: { component: "kube-controller-manager" }, port: 10257, isSecured: true },
  "kube-scheduler": { pods: { component: "kube-scheduler" }, port: 10259, isSecured: true },
  etcd: { pods: { component: "etcd" }, port: 2381 },
  "kube-proxy": { pods: { "k8s-app": "kube-proxy" }, port: 10249 },
  coredns: { pods: { "k8s-app": "kube-dns" }, port: 9153 },
};

/** A headless Service in kube-system, through which the pods are found, and its scrape object. */
function systemScrape(metadata: Metadata, name: string, { pods, port, isSecured }: SystemComponent): victoriametrics.VMServiceScrape {
  const labels = { [nameLabel]: name, "app.kubernetes.io/part-of": "k8s-stack" };
  const service = new kubernetes.core.v1.Service(`${name}-metrics`, {
    metadata: {
      name: `k8s-stack-${name}`,
      namespace: "kube-system",
      labels,
      // A cluster that hides the component has no pods to wait for.
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec: { clusterIP: "None", selector: pods, ports: [{ name: "metrics", port, targetPort: port }] },
  });
  return new victoriametrics.VMServiceScrape(
    name,
    {
      metadata,
      spec: {
        jobLabel: nameLabel,
        namespaceSelector: { matchNames: ["kube-system"] },
        selector: { matchLabels: labels },
        endpoints: [{ port: "metrics", ...(isSecured && { scheme: "https", bearerTokenFile, tlsConfig: { insecureSkipVerify: true } }) }],
      },
    },
    { dependsOn: service },
  );
}
