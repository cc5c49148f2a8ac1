import { backupManager } from "./backup-values";
import { dataOf, isEmpty, listOf } from "./plain-data";
import { givenJobs, ownJobs, scrapeConfiguration, targetLabels } from "./scrape-values";
import { singleDatabase } from "./single-database";
import { part, together, type Value } from "./value-table";
import { clusterRights } from "./workload-values";

const jobs = ownJobs({
  self: "victoriametrics",
  port: "8428",
  serviceRole: "endpoints",
  serviceLabels: [targetLabels.namespace, targetLabels.service, targetLabels.node],
  hasMetricsPath: true,
});

/** Scraping by the database itself. */
const scrape: Value = together(
  {
    enabled: part(false),
    configMap: part(""),
    config: part({ global: { scrape_interval: "15s" }, scrape_configs: jobs }),
    extraScrapeConfigs: part([]),
  },
  ({ configMap, config, extraScrapeConfigs }, place) => {
    if (!isEmpty(configMap)) {
      place.warn(givenJobs(configMap, "scrape.yml"), "configMap");
      return { ingestOnlyMode: false };
    }
    return {
      ingestOnlyMode: false,
      ...scrapeConfiguration(dataOf(config), listOf(extraScrapeConfigs), { ...place, warn: warnBelow(place, "config") }),
    };
  },
  { switched: true },
);

const warnBelow =
  ({ warn }: Parameters<NonNullable<Value["becomes"]>>[1], section: string) =>
  (message: string, below = ""): void =>
    warn(message, below === "" ? section : `${section}.${below}`);

const relabel: Value = together(
  { enabled: part(false), config: part([]), configMap: part("") },
  ({ config, configMap }) =>
    isEmpty(configMap) ? { inlineRelabelConfig: config } : { relabelConfig: { name: configMap, key: "relabel.yml" } },
  { switched: true },
);

export const metricsSingle = singleDatabase({
  kind: "VMSingle",
  apiVersion: "operator.victoriametrics.com/v1beta1",
  learntFrom: "helm-charts eb5dc39",
  program: {
    name: "vmsingle",
    repository: "victoriametrics/victoria-metrics",
    port: "8428",
    gracePeriod: 60,
    probes: {
      readiness: { httpGet: {}, initialDelaySeconds: 5, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 3 },
      liveness: { tcpSocket: {}, initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 10 },
    },
  },
  service: { clusterIP: "None" },
  size: "16Gi",
  hasAccount: true,
  server: { vmbackupmanager: backupManager, relabel, scrape },
  beside: { rbac: clusterRights("vmsingle") },
});
