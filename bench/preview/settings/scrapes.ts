import type { Endpoint, PodScrape, Relabeling, ServiceScrape, StaticScrape } from "./types";

const nameLabel = "app.kubernetes.io/name";

const podLabel = (label: string, targetLabel: string): Relabeling => ({
  sourceLabels: [`__meta_kubernetes_pod_label_${label}`],
  targetLabel,
});
const dropped = (metrics: string): Relabeling => ({ action: "drop", sourceLabels: ["__name__"], regex: metrics });

const runtimes = ["go_(gc|memstats)_.*", "jvm_(buffer|classes)_.*", "process_(start|max)_.*"];

const mainEndpoint = (index: number): Endpoint => ({
  port: "http-metrics",
  interval: index % 3 === 0 ? "15s" : "30s",
  relabelConfigs: [
    podLabel("version", "version"),
    podLabel("app_kubernetes_io_component", "component"),
    { action: "labeldrop", regex: "tmp_.*" },
  ],
  metricRelabelConfigs: [dropped(runtimes[index % runtimes.length] ?? "debug_.*")],
});

const adminEndpoint = (): Endpoint => ({
  port: "admin",
  path: "/admin/metrics",
  interval: "1m",
  scrapeTimeout: "20s",
  metricRelabelConfigs: [dropped("http_server_.*_bucket"), { action: "labeldrop", regex: "instance_id|revision" }],
});

const proxyEndpoint = (): Endpoint => ({
  port: "envoy-admin",
  path: "/stats/prometheus",
  relabelConfigs: [{ targetLabel: "proxy", replacement: "envoy" }],
  metricRelabelConfigs: [
    dropped("envoy_cluster_(circuit_breakers|upstream_flow_control|internal)_.*"),
    dropped("envoy_listener_.*_worker_.*"),
  ],
});

/** The scrape object of an application; every second one has a page for administrators, every fourth an Envoy beside it. */
export function serviceScrape(namespace: string, name: string, index: number): ServiceScrape {
  return {
    jobLabel: nameLabel,
    ...(index % 5 === 0 && { sampleLimit: 20_000 }),
    namespaceSelector: { matchNames: [namespace] },
    selector: { matchLabels: { [nameLabel]: name, "metrics.example.com/scraped": "true" } },
    endpoints: [mainEndpoint(index), ...(index % 2 === 0 ? [adminEndpoint()] : []), ...(index % 4 === 0 ? [proxyEndpoint()] : [])],
  };
}

/** The scrape object of pods without a Service. */
export const podScrape = (name: string, index: number): PodScrape => ({
  selector: { matchLabels: { [nameLabel]: name } },
  podMetricsEndpoints: [mainEndpoint(index)],
});

/** The scrape object of machines outside the cluster. */
export const staticScrape = (name: string): StaticScrape => ({
  jobName: name,
  targetEndpoints: [
    { targets: [1, 2, 3].map((number) => `${name}-${number}.example.com:9100`), labels: { site: "frankfurt" }, interval: "1m" },
  ],
});
