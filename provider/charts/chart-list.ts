import { logsCluster, tracesCluster } from "./events-cluster";
import { k8sStack } from "./k8s-stack";
import { logsAgent, logsCollector } from "./logs-agent";
import { logsSingle, tracesSingle } from "./logs-single";
import { metricsAgent } from "./metrics-agent";
import { metricsAlert } from "./metrics-alert";
import { metricsAuth } from "./metrics-auth";
import { metricsCluster } from "./metrics-cluster";
import { metricsSingle } from "./metrics-single";
import type { Chart } from "./value-table";

/** The charts whose values can be converted, by their names. */
export const charts: Readonly<Record<string, Chart>> = {
  "victoria-metrics-agent": metricsAgent,
  "victoria-metrics-alert": metricsAlert,
  "victoria-metrics-auth": metricsAuth,
  "victoria-metrics-cluster": metricsCluster,
  "victoria-metrics-k8s-stack": k8sStack,
  "victoria-metrics-single": metricsSingle,
  "victoria-logs-agent": logsAgent,
  "victoria-logs-cluster": logsCluster,
  "victoria-logs-collector": logsCollector,
  "victoria-logs-single": logsSingle,
  "victoria-traces-cluster": tracesCluster,
  "victoria-traces-single": tracesSingle,
};
