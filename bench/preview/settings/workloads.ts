import type { Resources, Settings } from "./types";

const resources = (cpu: string, memory: string): Resources => ({ requests: { cpu, memory }, limits: { memory } });
const volume = (storage: string) => ({ volumeClaimTemplate: { spec: { resources: { requests: { storage } } } } });
const labels = (component: string) => ({ "app.kubernetes.io/part-of": "monitoring", "example.com/component": component });

const insert = "http://vminsert-main.monitoring.svc:8480/insert/0/prometheus";
const select = "http://vmselect-main.monitoring.svc:8481/select/0/prometheus";

/** The workloads of a stack: a database of three nodes, and what writes to it and reads from it. */
export const workloads = (): Pick<Settings, "cluster" | "agent" | "alert" | "alertmanager" | "auth"> => ({
  cluster: {
    labels: labels("database"),
    spec: {
      retentionPeriod: "90d",
      replicationFactor: 2,
      vmstorage: {
        replicaCount: 3,
        resources: resources("1", "4Gi"),
        storage: volume("200Gi"),
        extraArgs: { "dedup.minScrapeInterval": "15s" },
      },
      vmselect: { replicaCount: 2, resources: resources("500m", "1Gi"), extraArgs: { "search.maxQueryDuration": "30s" } },
      vminsert: { replicaCount: 2, resources: resources("500m", "512Mi") },
    },
  },
  agent: {
    labels: labels("agent"),
    spec: {
      replicaCount: 1,
      image: { tag: "v1.149.0" },
      resources: resources("500m", "1Gi"),
      scrapeInterval: "30s",
      externalLabels: { cluster: "production", region: "eu-central-1" },
      remoteWrite: [
        { url: `${insert}/api/v1/write`, headers: ["X-Tenant: platform"], queues: 8 },
        { url: "https://archive.example.com/api/v1/write", headers: ["X-Tenant: archive"] },
      ],
      extraArgs: { "promscrape.maxScrapeSize": "32MiB", "remoteWrite.showURL": "false" },
    },
  },
  alert: {
    labels: labels("alert"),
    spec: {
      replicaCount: 2,
      resources: resources("200m", "256Mi"),
      evaluationInterval: "30s",
      externalLabels: { cluster: "production" },
      datasource: { url: select },
      remoteRead: { url: select },
      remoteWrite: { url: insert },
      notifiers: [{ url: "http://vmalertmanager-main.monitoring.svc:9093" }],
      extraArgs: { "rule.evalDelay": "30s" },
    },
  },
  alertmanager: { labels: labels("alertmanager"), spec: { replicaCount: 3, resources: resources("50m", "128Mi"), storage: volume("2Gi") } },
  auth: { labels: labels("access"), spec: { replicaCount: 2, resources: resources("100m", "128Mi") } },
});
