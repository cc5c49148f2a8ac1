import { dashboard, graph, lowIsGood, stat, table } from "./builder";

const exporter = 'job="node-exporter", node=~"$node"';
const rate = (metric: string, matchers = ""): string => `rate(${metric}{${exporter}${matchers}}[$__rate_interval])`;
/** The resource use of the pods of the chosen nodes. */
const ofPods = (measure: string): string =>
  `topk(15, sum by (namespace, pod) (${measure})
    and on (namespace, pod) kube_pod_info{job="kube-state-metrics", node=~"$node"})`;

/** The machines, and what runs on them. */
export const nodesDashboard = dashboard({
  uid: "k8s-stack-nodes",
  title: "Kubernetes / Nodes",
  description: "Processors, memory, disks and network of the chosen nodes, and the pods on them.",
  variables: [{ name: "node", label: "Node", query: 'label_values(node_uname_info{job="node-exporter"}, node)', isMulti: true }],
  rows: [
    {
      title: "State",
      panels: [
        stat("CPU busy", 'avg(node:cpu_busy:ratio{node=~"$node"})', { unit: "percentunit", thresholds: lowIsGood(0.8, 0.95) }),
        stat("Memory in use", 'avg(node:memory_used:ratio{node=~"$node"})', { unit: "percentunit", thresholds: lowIsGood(0.85, 0.95) }),
        stat("Fullest file system", 'max(node:filesystem_used:ratio{node=~"$node"})', {
          unit: "percentunit",
          thresholds: lowIsGood(0.8, 0.9),
        }),
        stat("Cores", 'sum(node:cpu_cores:count{node=~"$node"})'),
        stat("Memory", `sum(node_memory_MemTotal_bytes{${exporter}})`, { unit: "bytes" }),
        stat("Shortest uptime", `min(time() - node_boot_time_seconds{${exporter}})`, { unit: "dtdurations" }),
        table(
          "Nodes",
          [
            { title: "CPU busy", expr: 'max by (node) (node:cpu_busy:ratio{node=~"$node"})', unit: "percentunit" },
            { title: "Load for each core", expr: 'max by (node) (node:load_per_core:ratio{node=~"$node"})' },
            { title: "Memory in use", expr: 'max by (node) (node:memory_used:ratio{node=~"$node"})', unit: "percentunit" },
            { title: "Fullest file system", expr: 'max by (node) (node:filesystem_used:ratio{node=~"$node"})', unit: "percentunit" },
            { title: "Busiest disk", expr: 'max by (node) (node:disk_busy:ratio{node=~"$node"})', unit: "percentunit" },
            { title: "Pods", expr: 'count by (node) (kube_pod_info{job="kube-state-metrics", node=~"$node"})' },
          ],
          { height: 8 },
        ),
      ],
    },
    {
      title: "Processors and memory",
      panels: [
        graph("CPU busy", { expr: 'node:cpu_busy:ratio{node=~"$node"}', legend: "{{node}}" }, { unit: "percentunit", max: 1 }),
        graph(
          "CPU by mode",
          { expr: `sum by (mode) (${rate("node_cpu_seconds_total", ', mode!="idle"')})`, legend: "{{mode}}" },
          { unit: "cores", stacked: true },
        ),
        graph(
          "Load for each core",
          { expr: 'node:load_per_core:ratio{node=~"$node"}', legend: "{{node}}" },
          { description: "Above 1 processes wait for a processor." },
        ),
        graph("Memory in use", { expr: 'node:memory_used:ratio{node=~"$node"}', legend: "{{node}}" }, { unit: "percentunit", max: 1 }),
        graph(
          "Memory by use",
          [
            {
              expr: `sum(node_memory_MemTotal_bytes{${exporter}} - node_memory_MemFree_bytes{${exporter}}
                - node_memory_Buffers_bytes{${exporter}} - node_memory_Cached_bytes{${exporter}} - node_memory_SReclaimable_bytes{${exporter}})`,
              legend: "programs",
            },
            { expr: `sum(node_memory_Cached_bytes{${exporter}} + node_memory_SReclaimable_bytes{${exporter}})`, legend: "cache" },
            { expr: `sum(node_memory_Buffers_bytes{${exporter}})`, legend: "buffers" },
            { expr: `sum(node_memory_MemFree_bytes{${exporter}})`, legend: "free" },
          ],
          { unit: "bytes", stacked: true },
        ),
        graph(
          "Time lost to shortages",
          [
            { expr: `max by (node) (${rate("node_pressure_cpu_waiting_seconds_total")})`, legend: "{{node}} processors" },
            { expr: `max by (node) (${rate("node_pressure_memory_waiting_seconds_total")})`, legend: "{{node}} memory" },
            { expr: `max by (node) (${rate("node_pressure_io_waiting_seconds_total")})`, legend: "{{node}} disks" },
          ],
          {
            unit: "percentunit",
            description: "The share of time in which some process waited (pressure stall information of the kernel).",
          },
        ),
      ],
    },
    {
      title: "Disks",
      panels: [
        graph(
          "File systems",
          { expr: 'topk(15, node:filesystem_used:ratio{node=~"$node"})', legend: "{{node}} {{mountpoint}}" },
          { unit: "percentunit", max: 1 },
        ),
        graph(
          "Disks busy",
          { expr: 'topk(15, node:disk_busy:ratio{node=~"$node"})', legend: "{{node}} {{device}}" },
          { unit: "percentunit", max: 1 },
        ),
        graph("Reads", { expr: `sum by (node) (${rate("node_disk_read_bytes_total")})`, legend: "{{node}}" }, { unit: "Bps" }),
        graph("Writes", { expr: `sum by (node) (${rate("node_disk_written_bytes_total")})`, legend: "{{node}}" }, { unit: "Bps" }),
      ],
    },
    {
      title: "Network",
      panels: [
        graph("Received", { expr: 'node:network_received:bytes_per_second{node=~"$node"}', legend: "{{node}}" }, { unit: "Bps" }),
        graph("Sent", { expr: 'node:network_sent:bytes_per_second{node=~"$node"}', legend: "{{node}}" }, { unit: "Bps" }),
        graph(
          "Errors and losses",
          [
            {
              expr: `sum by (node) (${rate("node_network_receive_errs_total")} + ${rate("node_network_transmit_errs_total")})`,
              legend: "{{node}} errors",
            },
            {
              expr: `sum by (node) (${rate("node_network_receive_drop_total")} + ${rate("node_network_transmit_drop_total")})`,
              legend: "{{node}} dropped",
            },
          ],
          { unit: "pps" },
        ),
        graph(
          "Connections in the table",
          { expr: `node_nf_conntrack_entries{${exporter}} / node_nf_conntrack_entries_limit{${exporter}}`, legend: "{{node}}" },
          { unit: "percentunit", max: 1 },
        ),
      ],
    },
    {
      title: "Pods",
      panels: [
        graph("CPU of pods", { expr: ofPods("container:cpu_usage:cores"), legend: "{{namespace}}/{{pod}}" }, { unit: "cores", height: 10 }),
        graph(
          "Memory of pods",
          { expr: ofPods("container:memory_in_use:bytes"), legend: "{{namespace}}/{{pod}}" },
          { unit: "bytes", height: 10 },
        ),
      ],
    },
  ],
});
