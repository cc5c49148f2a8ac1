import { alertingDashboard } from "./alerting";
import type { Dashboard } from "./builder";
import { clusterDashboard } from "./cluster";
import { nodesDashboard } from "./nodes";
import { victoriaMetricsDashboard } from "./victoriametrics";
import { workloadsDashboard } from "./workloads";

/** The dashboards by the name of their file. */
export const dashboards: Readonly<Record<string, Dashboard>> = {
  cluster: clusterDashboard,
  nodes: nodesDashboard,
  workloads: workloadsDashboard,
  victoriametrics: victoriaMetricsDashboard,
  alerting: alertingDashboard,
};
