import { type Data, dataOf, isData, isEmpty, listOf } from "./plain-data";
import type { Place } from "./value-table";
import { yamlText } from "./yaml-text";

/** Settings of `global` by their fields. */
const globals: Readonly<Record<string, string>> = {
  scrape_interval: "scrapeInterval",
  scrape_timeout: "scrapeTimeout",
  external_labels: "externalLabels",
  sample_limit: "sampleLimit",
  relabel_configs: "globalScrapeRelabelConfigs",
  metric_relabel_configs: "globalScrapeMetricRelabelConfigs",
};

/** A scrape configuration as fields: what is global, and its jobs. Jobs with credentials are put into a Secret. */
export function scrapeConfiguration(config: Data, further: readonly unknown[], place: Place): Data {
  const { global = {}, scrape_configs: jobs, useTpl, ...others } = config;
  for (const name of Object.keys(others)) place.warn("has no counterpart: write its jobs into scrape_configs", name);
  if (useTpl === true) place.warn("templates of Helm are not rendered: write their results", "useTpl");
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(dataOf(global))) {
    const to = globals[name];
    if (to === undefined) place.warn("has no counterpart: give it to each job", `global.${name}`);
    else known[to] = value;
  }
  return { ...known, ...jobFields([...listOf(jobs), ...further], place) };
}

function jobFields(jobs: readonly unknown[], place: Place): Data | undefined {
  if (jobs.length === 0) return undefined;
  const text = yamlText(jobs);
  if (!hasCredentials(jobs)) return { inlineScrapeConfig: text };
  return { additionalScrapeConfigs: place.secret("scrape-config", "jobs.yaml", text) };
}

const credentialFields = /^(password|credentials|bearer_token|client_secret|secret_key|token|api_key|application_credential_secret)$/;

/** Whether data has a credential in clear. */
function hasCredentials(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(hasCredentials);
  if (!isData(data)) return false;
  return Object.entries(data).some(([name, value]) => (credentialFields.test(name) && !isEmpty(value)) || hasCredentials(value));
}

/** Jobs of a ConfigMap that others make. */
export const givenJobs = (name: unknown, key: string): string =>
  `the jobs of ConfigMap ${String(name)} (${key}) are not read: put the list below scrape_configs into a Secret, and its key into spec.additionalScrapeConfigs`;

type Rule = Data;

const labels = (...names: readonly string[]): string[] => names.map((name) => `__meta_kubernetes_${name}`);
const copied = (from: string, to: string): Rule => ({ source_labels: labels(from), target_label: to });
const token = "/var/run/secrets/kubernetes.io/serviceaccount";
const overTls = {
  scheme: "https",
  tls_config: { ca_file: `${token}/ca.crt`, insecure_skip_verify: true },
  bearer_token_file: `${token}/token`,
};

/** The rules by which annotations of a pod or Service ask for scrapes and change them. */
function annotated(of: "pod" | "service", ask: string, hasScheme: boolean): Rule[] {
  const annotation = (name: string): string => `${of}_annotation_prometheus_io_${name}`;
  const [port] = labels(annotation("port"));
  return [
    { action: "drop", source_labels: labels("pod_container_init"), regex: true },
    { action: "keep_if_equal", source_labels: [port, ...labels("pod_container_port_number")] },
    { action: "keep", source_labels: labels(annotation(ask)), regex: true },
    ...(hasScheme ? [{ source_labels: labels(annotation("scheme")), regex: "(https?)", target_label: "__scheme__" }] : []),
    { source_labels: labels(annotation("path")), regex: "(.+)", target_label: "__metrics_path__" },
    { source_labels: ["__address__", port], regex: "([^:]+)(?::\\d+)?;(\\d+)", replacement: "$1:$2", target_label: "__address__" },
    { action: "labelmap", regex: `__meta_kubernetes_${of}_label_(.+)` },
  ];
}

/** How the two charts with jobs of their own differ. */
interface OwnJobs {
  readonly self: string;
  readonly port: string;
  readonly serviceRole: "endpoints" | "endpointslices";
  /** Labels of targets of Services beside those that both charts set. */
  readonly serviceLabels: readonly Rule[];
  readonly hasMetricsPath: boolean;
}

/** The jobs that a chart has where the values give none. */
export function ownJobs({ self, port, serviceRole, serviceLabels, hasMetricsPath }: OwnJobs): Data[] {
  const services = (ask: string): Data => ({
    kubernetes_sd_configs: [{ role: serviceRole }],
    relabel_configs: [...annotated("service", ask, true), ...serviceLabels],
  });
  const nodeLabels: Rule = { action: "labelmap", regex: "__meta_kubernetes_node_label_(.+)" };
  const path: Rule[] = hasMetricsPath ? [{ source_labels: ["__metrics_path__"], target_label: "metrics_path" }] : [];
  return [
    { job_name: self, static_configs: [{ targets: [`localhost:${port}`] }] },
    {
      job_name: "kubernetes-apiservers",
      kubernetes_sd_configs: [{ role: "endpoints" }],
      ...overTls,
      relabel_configs: [
        { action: "keep", source_labels: labels("namespace", "service_name", "endpoint_port_name"), regex: "default;kubernetes;https" },
      ],
    },
    { job_name: "kubernetes-nodes", kubernetes_sd_configs: [{ role: "node" }], ...overTls, relabel_configs: [nodeLabels] },
    {
      job_name: "kubernetes-nodes-cadvisor",
      kubernetes_sd_configs: [{ role: "node" }],
      ...overTls,
      metrics_path: "/metrics/cadvisor",
      relabel_configs: [nodeLabels, ...path],
      honor_timestamps: false,
    },
    { job_name: "kubernetes-service-endpoints", ...services("scrape") },
    { job_name: "kubernetes-service-endpoints-slow", scrape_interval: "5m", scrape_timeout: "30s", ...services("scrape_slow") },
    {
      job_name: "kubernetes-services",
      metrics_path: "/probe",
      params: { module: ["http_2xx"] },
      kubernetes_sd_configs: [{ role: "service" }],
      relabel_configs: [
        { action: "keep", source_labels: labels("service_annotation_prometheus_io_probe"), regex: true },
        { source_labels: ["__address__"], target_label: "__param_target" },
        { target_label: "__address__", replacement: "blackbox" },
        { source_labels: ["__param_target"], target_label: "instance" },
        { action: "labelmap", regex: "__meta_kubernetes_service_label_(.+)" },
        copied("namespace", "namespace"),
        copied("service_name", "service"),
      ],
    },
    {
      job_name: "kubernetes-pods",
      kubernetes_sd_configs: [{ role: "pod" }],
      relabel_configs: [
        ...annotated("pod", "scrape", false),
        ...[copied("pod_name", "pod"), copied("pod_container_name", "container")],
        ...[copied("namespace", "namespace"), copied("pod_node_name", "node")],
      ],
    },
  ];
}

/** The labels of a target of a Service by which it is told from others. */
export const targetLabels = {
  pod: copied("pod_name", "pod"),
  container: copied("pod_container_name", "container"),
  namespace: copied("namespace", "namespace"),
  service: copied("service_name", "service"),
  job: copied("service_name", "job"),
  node: copied("pod_node_name", "node"),
} as const;
