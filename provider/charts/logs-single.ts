import { serviceMonitor } from "./service-values";
import { companions, singleDatabase, spaceRetention } from "./single-database";

const podSecurityContext = { enabled: true, fsGroup: 2000, runAsNonRoot: true, runAsUser: 1000 };
const securityContext = {
  enabled: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  readOnlyRootFilesystem: true,
};

/** Values of the two charts that keep events in one pod. */
const events = {
  podSecurityContext,
  securityContext,
  gracePeriod: 60,
  probes: {
    readiness: { httpGet: {}, initialDelaySeconds: 5, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3 },
    liveness: { tcpSocket: {}, initialDelaySeconds: 30, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 10 },
  },
};

export const logsSingle = singleDatabase({
  kind: "VLSingle",
  apiVersion: "operator.victoriametrics.com/v1",
  learntFrom: "helm-charts 020184f",
  program: {
    name: "vlsingle",
    site: { host: "vlogs.local" },
    repository: "victoriametrics/victoria-logs",
    port: "9428",
    flags: { httpListenAddr: ":9428", "http.shutdownDelay": "15s" },
    ...events,
  },
  service: { clusterIP: "None", port: 9428 },
  size: "10Gi",
  hasAccount: false,
  server: { ...spaceRetention, vmServiceScrape: serviceMonitor },
  beside: companions,
});

export const tracesSingle = singleDatabase({
  kind: "VTSingle",
  apiVersion: "operator.victoriametrics.com/v1",
  learntFrom: "helm-charts 020184f",
  program: {
    name: "vtsingle",
    site: { host: "vtraces.local" },
    repository: "victoriametrics/victoria-traces",
    port: "10428",
    flags: { httpListenAddr: ":10428", "http.shutdownDelay": "15s" },
    ...events,
  },
  service: { clusterIP: "None", port: 10428 },
  size: "10Gi",
  hasAccount: false,
  server: { ...spaceRetention, vmServiceScrape: serviceMonitor },
  beside: {},
});
