import { dashboard, graph, lowIsGood, stat, table, zeroIsGood } from "./builder";

const state = 'job="kube-state-metrics"';
const quantile = (share: number, by: string, metric: string): string =>
  `histogram_quantile(${share}, sum by (${by}, le) (rate(${metric}[$__rate_interval])))`;

/** The cluster as a whole: what is left of it, who uses it, and whether its own components are well. */
export const clusterDashboard = dashboard({
  uid: "k8s-stack-cluster",
  title: "Kubernetes / Cluster",
  description: "Capacity, namespaces, and the components of Kubernetes itself.",
  rows: [
    {
      title: "State",
      panels: [
        stat("Nodes", `count(kube_node_info{${state}})`),
        stat("Nodes not ready", `count(kube_node_status_condition{${state}, condition="Ready", status="true"} == 0) or vector(0)`, {
          thresholds: zeroIsGood(),
        }),
        stat("Running pods", `sum(kube_pod_status_phase{${state}, phase="Running"})`),
        stat("Pods that do not run", `sum(kube_pod_status_phase{${state}, phase=~"Pending|Failed|Unknown"}) or vector(0)`, {
          thresholds: zeroIsGood("yellow"),
        }),
        stat("Critical alerts", `count(ALERTS{alertstate="firing", severity="critical"}) or vector(0)`, { thresholds: zeroIsGood() }),
        stat("Warnings", `count(ALERTS{alertstate="firing", severity="warning"}) or vector(0)`, { thresholds: zeroIsGood("yellow") }),
      ],
    },
    {
      title: "Capacity",
      panels: (["cpu", "memory"] as const).flatMap((resource) => {
        const [name, used, unit] =
          resource === "cpu"
            ? (["CPU", "sum(namespace:cpu_usage:cores)", "cores"] as const)
            : (["Memory", "sum(namespace:memory_in_use:bytes)", "bytes"] as const);
        const allocatable = `sum(kube_node_status_allocatable{${state}, resource="${resource}"})`;
        return [
          stat(`${name} in use`, `${used} / ${allocatable}`, { unit: "percentunit", width: 6, thresholds: lowIsGood(0.7, 0.9) }),
          stat(`${name} requested`, `sum(namespace:${resource}_requests:sum) / ${allocatable}`, {
            unit: "percentunit",
            width: 6,
            thresholds: lowIsGood(0.8, 0.95),
          }),
          graph(
            `${name} of all pods`,
            [
              { expr: used, legend: "in use" },
              { expr: `sum(namespace:${resource}_requests:sum)`, legend: "requested" },
              { expr: `sum(namespace:${resource}_limits:sum)`, legend: "limit" },
              { expr: allocatable, legend: "allocatable" },
            ],
            { unit, width: 12 },
          ),
        ];
      }),
    },
    {
      title: "Namespaces",
      panels: [
        graph("CPU by namespace", { expr: "namespace:cpu_usage:cores", legend: "{{namespace}}" }, { unit: "cores", stacked: true }),
        graph("Memory by namespace", { expr: "namespace:memory_in_use:bytes", legend: "{{namespace}}" }, { unit: "bytes", stacked: true }),
        table("Namespaces", [
          { title: "CPU in use", expr: "namespace:cpu_usage:cores", unit: "cores" },
          { title: "CPU requested", expr: "namespace:cpu_requests:sum", unit: "cores" },
          { title: "Memory in use", expr: "namespace:memory_in_use:bytes", unit: "bytes" },
          { title: "Memory requested", expr: "namespace:memory_requests:sum", unit: "bytes" },
          { title: "Pods", expr: `count by (namespace) (kube_pod_info{${state}})` },
        ]),
      ],
    },
    {
      title: "API server",
      panels: [
        graph("Requests", { expr: "verb:apiserver_requests:per_second", legend: "{{verb}}" }, { unit: "reqps", stacked: true }),
        graph(
          "Errors of the server",
          {
            expr: 'sum by (code, resource) (rate(apiserver_request_total{job="apiserver", code=~"5.."}[$__rate_interval]))',
            legend: "{{code}} {{resource}}",
          },
          { unit: "reqps" },
        ),
        graph(
          "Latency, 99% of requests",
          {
            expr: 'topk(10, max by (verb, resource) (verb_resource:apiserver_latency:p99{verb!="LIST"}))',
            legend: "{{verb}} {{resource}}",
          },
          { unit: "s", description: "Without lists and watches. The ten slowest." },
        ),
        graph(
          "Requests under way",
          {
            expr: 'sum by (request_kind) (apiserver_current_inflight_requests{job="apiserver"})',
            legend: "{{request_kind}}",
          },
          {},
        ),
      ],
    },
    {
      title: "etcd",
      panels: [
        graph(
          "Size of the database",
          { expr: 'etcd_mvcc_db_total_size_in_bytes{job="etcd"}', legend: "{{instance}}" },
          { unit: "bytes", width: 8 },
        ),
        graph(
          "Writes of the log, 99%",
          { expr: quantile(0.99, "instance", 'etcd_disk_wal_fsync_duration_seconds_bucket{job="etcd"}'), legend: "{{instance}}" },
          { unit: "s", width: 8 },
        ),
        graph(
          "Elections in an hour",
          { expr: 'increase(etcd_server_leader_changes_seen_total{job="etcd"}[1h])', legend: "{{instance}}" },
          { width: 8 },
        ),
      ],
    },
    {
      title: "Controllers, scheduler, DNS",
      panels: [
        graph(
          "Objects that wait for a controller",
          { expr: 'topk(10, sum by (name) (workqueue_depth{job="kube-controller-manager"}))', legend: "{{name}}" },
          { width: 6 },
        ),
        graph(
          "Pods that wait for a node",
          { expr: 'sum by (queue) (scheduler_pending_pods{job="kube-scheduler"})', legend: "{{queue}}" },
          { width: 6 },
        ),
        graph(
          "Answers of CoreDNS",
          { expr: 'sum by (rcode) (rate(coredns_dns_responses_total{job="coredns"}[$__rate_interval]))', legend: "{{rcode}}" },
          { unit: "reqps", width: 6 },
        ),
        graph(
          "Latency of CoreDNS, 99%",
          { expr: quantile(0.99, "instance", 'coredns_dns_request_duration_seconds_bucket{job="coredns"}'), legend: "{{instance}}" },
          { unit: "s", width: 6 },
        ),
      ],
    },
  ],
});
