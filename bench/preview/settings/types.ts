import type { RelabelAction } from "../../../provider";

/** The settings of a stack as plain data, in the fields of the custom resources: a change is an edit of one value. */

/** Objects by `namespace/name`. */
export type ByKey<Spec> = Record<string, Spec>;

export interface Relabeling {
  action?: RelabelAction;
  sourceLabels?: string[];
  separator?: string;
  regex?: string;
  replacement?: string;
  targetLabel?: string;
}

export interface Endpoint {
  port: string;
  path?: string;
  scheme?: "http" | "https";
  interval?: string;
  scrapeTimeout?: string;
  honorLabels?: boolean;
  relabelConfigs?: Relabeling[];
  metricRelabelConfigs?: Relabeling[];
}

interface Selector {
  matchLabels: Record<string, string>;
}

export interface ServiceScrape {
  jobLabel?: string;
  sampleLimit?: number;
  namespaceSelector: { matchNames: string[] };
  selector: Selector;
  endpoints: Endpoint[];
}

export interface PodScrape {
  sampleLimit?: number;
  selector: Selector;
  podMetricsEndpoints: Endpoint[];
}

export interface StaticScrape {
  jobName: string;
  targetEndpoints: { targets: string[]; labels: Record<string, string>; interval?: string }[];
}

export interface Rule {
  alert?: string;
  record?: string;
  expr: string;
  for?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface RuleGroup {
  name: string;
  interval?: string;
  rules: Rule[];
}

interface SecretKey {
  name: string;
  key: string;
}

export interface Receiver {
  name: string;
  slack_configs?: { api_url: SecretKey; channel: string; send_resolved: boolean; title: string; text: string }[];
  pagerduty_configs?: { routing_key: SecretKey; severity: string; description: string }[];
  webhook_configs?: { url: string; send_resolved: boolean }[];
}

interface Route {
  receiver: string;
  matchers?: string[];
  group_by?: string[];
  group_wait?: string;
  group_interval?: string;
  repeat_interval?: string;
  routes?: Route[];
}

export interface AlertmanagerConfig {
  route: Route;
  receivers: Receiver[];
  inhibit_rules: { source_matchers: string[]; target_matchers: string[]; equal: string[] }[];
}

export interface User {
  username: string;
  targetRefs: {
    crd?: { kind: "VMCluster/vmselect" | "VMCluster/vminsert" | "VMSingle"; name: string; namespace: string };
    static?: { url: string };
    paths: string[];
    target_path_suffix?: string;
    headers?: string[];
  }[];
  max_concurrent_requests?: number;
}

export interface Resources {
  requests: { cpu: string; memory: string };
  limits?: { cpu?: string; memory?: string };
}

interface Toleration {
  key: string;
  operator: "Exists" | "Equal";
  value?: string;
  effect: "NoSchedule" | "NoExecute";
}

/** The common settings of all workloads. */
interface Workload {
  replicaCount: number;
  image?: { tag: string };
  resources: Resources;
  extraArgs?: Record<string, string>;
  tolerations?: Toleration[];
  storage?: { volumeClaimTemplate: { spec: { resources: { requests: { storage: string } } } } };
}

interface Database {
  retentionPeriod: string;
  replicationFactor: number;
  vmselect: Workload;
  vminsert: Workload;
  vmstorage: Workload;
}

interface Agent extends Omit<Workload, "storage"> {
  scrapeInterval: string;
  externalLabels: Record<string, string>;
  remoteWrite: { url: string; headers?: string[]; queues?: number }[];
  /** Without it all objects are selected. */
  serviceScrapeNamespaceSelector?: { matchExpressions: { key: string; operator: "In"; values: string[] }[] };
}

interface Alert extends Omit<Workload, "storage"> {
  evaluationInterval: string;
  externalLabels: Record<string, string>;
  datasource: { url: string };
  remoteWrite: { url: string };
  remoteRead: { url: string };
  notifiers: { url: string }[];
}

/** A workload with the labels of its object. */
interface Labelled<Spec> {
  labels: Record<string, string>;
  spec: Spec;
}

/** All of a stack. Workloads are called `main` and lie in the namespace `monitoring`. */
export interface Settings {
  cluster: Labelled<Database>;
  agent: Labelled<Agent>;
  alert: Labelled<Alert>;
  alertmanager: Labelled<Workload>;
  auth: Labelled<Omit<Workload, "storage">>;
  serviceScrapes: ByKey<ServiceScrape>;
  podScrapes: ByKey<PodScrape>;
  staticScrapes: ByKey<StaticScrape>;
  rules: ByKey<RuleGroup[]>;
  alertmanagerConfigs: ByKey<AlertmanagerConfig>;
  users: ByKey<User>;
}
