import { dashboard, graph, stat, table, zeroIsGood } from "./builder";

const state = 'job="kube-state-metrics", namespace=~"$namespace", pod=~"$pod"';
const chosen = 'namespace=~"$namespace", pod=~"$pod"';
/** Only the pods of the chosen workloads. */
const ofWorkload = (expr: string): string =>
  `((${expr}) and on (namespace, pod) pod:workload:info{namespace=~"$namespace", workload=~"$workload"})`;
const byPod = (expr: string): string => ofWorkload(`sum by (namespace, pod) (${expr})`);
const bound = (kind: "requests" | "limits", resource: "cpu" | "memory"): string =>
  byPod(`kube_pod_container_resource_${kind}{${state}, resource="${resource}"}`);
const network = (direction: "receive" | "transmit"): string =>
  byPod(`rate(container_network_${direction}_bytes_total{job="kubelet", ${chosen}}[$__rate_interval])`);

/** The resource use and state of applications. */
export const workloadsDashboard = dashboard({
  uid: "k8s-stack-workloads",
  title: "Kubernetes / Workloads",
  description: "Pods by namespace and workload: what they use and ask for, restarts, network and volumes.",
  variables: [
    { name: "namespace", label: "Namespace", query: "label_values(pod:workload:info, namespace)", isMulti: true },
    { name: "workload", label: "Workload", query: 'label_values(pod:workload:info{namespace=~"$namespace"}, workload)', isMulti: true },
    {
      name: "pod",
      label: "Pod",
      query: 'label_values(pod:workload:info{namespace=~"$namespace", workload=~"$workload"}, pod)',
      isMulti: true,
    },
  ],
  rows: [
    {
      title: "State",
      panels: [
        stat("Pods", `count(${ofWorkload(`kube_pod_info{${state}}`)})`),
        stat("Containers not ready", `count(${ofWorkload(`kube_pod_container_status_ready{${state}} == 0`)}) or vector(0)`, {
          thresholds: zeroIsGood("yellow"),
        }),
        stat("Restarts in an hour", `sum(${byPod(`increase(kube_pod_container_status_restarts_total{${state}}[1h])`)}) or vector(0)`, {
          thresholds: zeroIsGood("yellow"),
        }),
        stat("CPU in use", `sum(${byPod(`container:cpu_usage:cores{${chosen}}`)})`, { unit: "cores" }),
        stat("Memory in use", `sum(${byPod(`container:memory_in_use:bytes{${chosen}}`)})`, { unit: "bytes" }),
        stat("Workloads", 'count(count by (namespace, workload) (pod:workload:info{namespace=~"$namespace", workload=~"$workload"}))'),
        table("Pods", [
          { title: "CPU in use", expr: byPod(`container:cpu_usage:cores{${chosen}}`), unit: "cores" },
          { title: "CPU requested", expr: bound("requests", "cpu"), unit: "cores" },
          { title: "CPU limit", expr: bound("limits", "cpu"), unit: "cores" },
          { title: "Memory in use", expr: byPod(`container:memory_in_use:bytes{${chosen}}`), unit: "bytes" },
          { title: "Memory requested", expr: bound("requests", "memory"), unit: "bytes" },
          { title: "Memory limit", expr: bound("limits", "memory"), unit: "bytes" },
          { title: "Restarts", expr: byPod(`kube_pod_container_status_restarts_total{${state}}`) },
        ]),
      ],
    },
    {
      title: "Processors and memory",
      panels: [
        graph("CPU", { expr: byPod(`container:cpu_usage:cores{${chosen}}`), legend: "{{namespace}}/{{pod}}" }, { unit: "cores" }),
        graph(
          "CPU in use of what is requested",
          {
            expr: `${byPod(`container:cpu_usage:cores{${chosen}}`)} / on (namespace, pod) (${bound("requests", "cpu")})`,
            legend: "{{namespace}}/{{pod}}",
          },
          { unit: "percentunit" },
        ),
        graph("Memory", { expr: byPod(`container:memory_in_use:bytes{${chosen}}`), legend: "{{namespace}}/{{pod}}" }, { unit: "bytes" }),
        graph(
          "Memory in use of its limit",
          {
            expr: `${ofWorkload(`container:memory_in_use:bytes{${chosen}}`)}
              / on (namespace, pod, container) max by (namespace, pod, container) (kube_pod_container_resource_limits{${state}, resource="memory"})`,
            legend: "{{namespace}}/{{pod}} {{container}}",
          },
          { unit: "percentunit", description: "At 100% the container is killed." },
        ),
        graph(
          "Held back by the CPU limit",
          { expr: ofWorkload(`container:cpu_throttled:ratio{${chosen}}`), legend: "{{namespace}}/{{pod}} {{container}}" },
          { unit: "percentunit", max: 1, description: "The share of periods in which a container had used up its time and had to wait." },
        ),
        graph(
          "Restarts in 15 minutes",
          {
            expr: ofWorkload(`increase(kube_pod_container_status_restarts_total{${state}}[15m]) > 0`),
            legend: "{{namespace}}/{{pod}} {{container}}",
          },
          {},
        ),
      ],
    },
    {
      title: "Network and volumes",
      panels: [
        graph("Received", { expr: network("receive"), legend: "{{namespace}}/{{pod}}" }, { unit: "Bps" }),
        graph("Sent", { expr: network("transmit"), legend: "{{namespace}}/{{pod}}" }, { unit: "Bps" }),
        graph(
          "Volumes in use",
          {
            expr: `max by (namespace, persistentvolumeclaim) (
              kubelet_volume_stats_used_bytes{job="kubelet", namespace=~"$namespace"}
              / kubelet_volume_stats_capacity_bytes{job="kubelet", namespace=~"$namespace"}
            )`,
            legend: "{{namespace}}/{{persistentvolumeclaim}}",
          },
          { unit: "percentunit", max: 1, width: 24 },
        ),
      ],
    },
  ],
});
