import type { RuleGroup } from "./rule";
import { alert, record } from "./rule";

const job = 'job="node-exporter"';
const cores = `count by (node) (node_cpu_seconds_total{${job}, mode="idle"})`;
const onNode = "on {{ $labels.node }}";

/** The state of the machines, in a form that alerts and dashboards share. */
const measures: RuleGroup = {
  name: "node-measures",
  rules: [
    record("node:cpu_cores:count", cores),
    record("node:cpu_busy:ratio", `1 - sum by (node) (rate(node_cpu_seconds_total{${job}, mode=~"idle|iowait"}[5m])) / ${cores}`),
    record("node:cpu_iowait:ratio", `avg by (node) (rate(node_cpu_seconds_total{${job}, mode="iowait"}[5m]))`),
    record("node:load_per_core:ratio", `max by (node) (node_load5{${job}}) / ${cores}`),
    record(
      "node:memory_used:ratio",
      `1 - max by (node) (node_memory_MemAvailable_bytes{${job}}) / max by (node) (node_memory_MemTotal_bytes{${job}})`,
    ),
    record(
      "node:filesystem_used:ratio",
      `1 - max by (node, device, mountpoint) (node_filesystem_avail_bytes{${job}})
        / max by (node, device, mountpoint) (node_filesystem_size_bytes{${job}} > 0)`,
    ),
    record("node:disk_busy:ratio", `max by (node, device) (rate(node_disk_io_time_seconds_total{${job}}[5m]))`),
    record("node:network_received:bytes_per_second", `sum by (node) (rate(node_network_receive_bytes_total{${job}, device!="lo"}[5m]))`),
    record("node:network_sent:bytes_per_second", `sum by (node) (rate(node_network_transmit_bytes_total{${job}, device!="lo"}[5m]))`),
  ],
};

const alerts: RuleGroup = {
  name: "nodes",
  rules: [
    alert("NodeExporterIsDown", {
      severity: "warning",
      expr: `up{${job}} == 0`,
      for: "10m",
      summary: `The node exporter ${onNode} does not answer`,
      finding: "The machine has not been measured for ten minutes, so none of the alerts on nodes can fire for it.",
      action: "If the node is not Ready either, start there; else look at the pod of the DaemonSet node-exporter on it and at its log.",
    }),
    alert("NodeCpuIsSaturated", {
      severity: "warning",
      expr: "node:cpu_busy:ratio > 0.95 and node:load_per_core:ratio > 1.5",
      for: "20m",
      summary: `The processors ${onNode} have more to do than they can`,
      finding: "All cores are busy ({{ $value | humanizePercentage }}) and processes wait for their turn.",
      action: `Find the pods that use most with the dashboard of the node. Give those that grew without bounds a limit, or those that need
        the time a request, so that the scheduler places them elsewhere.`,
    }),
    alert("NodeWaitsForDisks", {
      severity: "warning",
      expr: "node:cpu_iowait:ratio > 0.3",
      for: "30m",
      summary: `Processes ${onNode} wait for disks`,
      finding: "The processors spend {{ $value | humanizePercentage }} of their time waiting for reads and writes.",
      action: "See which device is busy, and which pods write. A volume of a slower class than before or a failing disk are likely causes.",
    }),
    alert("NodeDiskIsSaturated", {
      severity: "warning",
      expr: "node:disk_busy:ratio > 0.95",
      for: "30m",
      summary: "The disk {{ $labels.device }} of {{ $labels.node }} has no time left",
      finding: "It is busy {{ $value | humanizePercentage }} of the time, so everything on it becomes slow.",
      action: "Move a pod that writes much to another node or to a faster class of volumes, or look for a rebuild or backup that runs.",
    }),
    alert("NodeMemoryRunsOut", {
      severity: "warning",
      expr: "node:memory_used:ratio > 0.95",
      for: "10m",
      summary: `Little memory is left ${onNode}`,
      finding: "{{ $value | humanizePercentage }} of the memory is in use. Soon the kubelet evicts pods or the kernel kills processes.",
      action: "Look for pods that use far more than they request, and correct their requests, so that fewer of them share a node.",
    }),
    alert("NodeReadsMemoryFromDisk", {
      severity: "warning",
      expr: `rate(node_vmstat_pgmajfault{${job}}[5m]) > 1000 and on (node) node:memory_used:ratio > 0.8`,
      for: "15m",
      summary: `Memory ${onNode} is read from the disk over and over`,
      finding: "There are {{ $value | humanize }} major page faults a second: programs and files are dropped from memory and read again.",
      action: "Treat it like a lack of memory: move pods away or correct their requests.",
    }),
    alert("NodeKilledProcessesForMemory", {
      severity: "warning",
      expr: `increase(node_vmstat_oom_kill{${job}}[10m]) > 0`,
      summary: `The kernel killed processes for lack of memory ${onNode}`,
      finding: "{{ $value | humanize }} processes were killed in the last ten minutes.",
      action:
        "The node's kernel log names them. A container at its own limit needs a higher one; without such a limit the node itself was full.",
    }),
    alert("NodeFilesystemIsAlmostFull", {
      severity: "warning",
      expr: `node:filesystem_used:ratio > 0.9 unless on (node, device, mountpoint) node_filesystem_readonly{${job}} == 1`,
      for: "30m",
      summary: "The file system {{ $labels.mountpoint }} of {{ $labels.node }} is almost full",
      finding: "{{ $value | humanizePercentage }} of it is used. Above 85% the kubelet may already remove images and evict pods.",
      action: "Find what grew: logs, images and volumes of the type emptyDir are the usual causes. Remove it or enlarge the disk.",
    }),
    alert("NodeFilesystemIsFull", {
      severity: "critical",
      expr: `node:filesystem_used:ratio > 0.97 unless on (node, device, mountpoint) node_filesystem_readonly{${job}} == 1`,
      for: "10m",
      summary: "The file system {{ $labels.mountpoint }} of {{ $labels.node }} is full",
      finding: "{{ $value | humanizePercentage }} of it is used, and writes are about to fail.",
      action: "Drain the node if pods fail already. Then free space as for a file system that is almost full, and enlarge the disk.",
    }),
    alert("NodeFilesystemFillsUp", {
      severity: "warning",
      expr: `predict_linear(node_filesystem_avail_bytes{${job}}[6h], 24 * 3600) < 0
        and on (node, device, mountpoint) node:filesystem_used:ratio > 0.6
        unless on (node, device, mountpoint) node_filesystem_readonly{${job}} == 1`,
      for: "1h",
      summary: "The file system {{ $labels.mountpoint }} of {{ $labels.node }} is full within a day",
      finding: "At the speed of the last six hours no space will be left in 24 hours.",
      action: "See what writes so much before the kubelet begins to evict pods.",
    }),
    alert("NodeFilesystemRunsOutOfInodes", {
      severity: "warning",
      expr: `node_filesystem_files_free{${job}} / (node_filesystem_files{${job}} > 0) < 0.05`,
      for: "30m",
      summary: "The file system {{ $labels.mountpoint }} of {{ $labels.node }} can hold few more files",
      finding: "Only {{ $value | humanizePercentage }} of its inodes are free. Without any, no file can be made although space is left.",
      action: "Find the directory with very many small files, often a cache or a spool, and empty it.",
    }),
    alert("NodeFilesystemHasErrors", {
      severity: "critical",
      expr: `node_filesystem_device_error{${job}, mountpoint!~".*/kubelet/.*"} == 1`,
      for: "15m",
      summary: "The file system {{ $labels.mountpoint }} of {{ $labels.node }} cannot be read",
      finding: "The system's answer to a question about the file system is an error.",
      action: "Look at the kernel log for errors of the device {{ $labels.device }}, drain the node, and check or replace the disk.",
    }),
    alert("NodeNetworkHasErrors", {
      severity: "warning",
      expr: `(
          rate(node_network_receive_errs_total{${job}}[5m]) + rate(node_network_transmit_errs_total{${job}}[5m])
        ) / (
          rate(node_network_receive_packets_total{${job}}[5m]) + rate(node_network_transmit_packets_total{${job}}[5m])
        ) > 0.01`,
      for: "30m",
      summary: "The network interface {{ $labels.device }} of {{ $labels.node }} loses packets",
      finding: "{{ $value | humanizePercentage }} of the packets are damaged.",
      action: "Check cable, switch port and driver; on a virtual machine, ask who runs the host.",
    }),
    alert("NodeNetworkInterfaceFlaps", {
      severity: "warning",
      expr: `changes(node_network_up{${job}, device!~"veth.*|tunl.*|cni.*"}[10m]) > 4`,
      for: "5m",
      summary: "The network interface {{ $labels.device }} of {{ $labels.node }} comes and goes",
      finding: "Its state changed {{ $value | humanize }} times in ten minutes.",
      action: "Check the cable and the port of the switch, and the settings for speed and duplex on both sides.",
    }),
    alert("NodeBondingIsDegraded", {
      severity: "warning",
      expr: `node_bonding_slaves{${job}} - node_bonding_active{${job}} > 0`,
      for: "10m",
      summary: "The bond {{ $labels.master }} of {{ $labels.node }} lacks an interface",
      finding: "{{ $value | humanize }} of its interfaces are down. The next one that fails takes the node off the network.",
      action: "See which interface is down, and check its cable and port.",
    }),
    alert("NodeConnectionTableIsAlmostFull", {
      severity: "warning",
      expr: `node_nf_conntrack_entries{${job}} / node_nf_conntrack_entries_limit{${job}} > 0.8`,
      for: "10m",
      summary: `The table of network connections ${onNode} is almost full`,
      finding: "{{ $value | humanizePercentage }} of the entries are used. When it is full, new connections fail.",
      action: "Find the pod that opens very many connections, or raise the sysctl net.netfilter.nf_conntrack_max.",
    }),
    alert("NodeFileDescriptorsRunOut", {
      severity: "critical",
      expr: `node_filefd_allocated{${job}} / node_filefd_maximum{${job}} > 0.9`,
      for: "15m",
      summary: `Few more files can be opened ${onNode}`,
      finding: "{{ $value | humanizePercentage }} of all file descriptors of the machine are open.",
      action: "Find the process with most of them below /proc/*/fd, and restart it; then raise the sysctl fs.file-max.",
    }),
    alert("NodeClockIsWrong", {
      severity: "warning",
      expr: `abs(node_timex_offset_seconds{${job}}) > 0.1`,
      for: "15m",
      summary: `The clock ${onNode} is wrong`,
      finding: "It is {{ $value | humanizeDuration }} off. Tokens, certificates and samples depend on the right time.",
      action: "Check that chrony or systemd-timesyncd runs and reaches its servers.",
    }),
    alert("NodeClockIsNotSynchronised", {
      severity: "warning",
      expr: `max_over_time(node_timex_sync_status{${job}}[10m]) == 0 and node_timex_maxerror_seconds{${job}} >= 16`,
      for: "15m",
      summary: `Nothing sets the clock ${onNode}`,
      finding: "The kernel knows of no time service, so the clock drifts.",
      action: "Start chrony or systemd-timesyncd, and check that the firewall lets NTP through.",
    }),
    alert("NodeRaidIsDegraded", {
      severity: "critical",
      expr: `node_md_disks_required{${job}} - ignoring (state) node_md_disks{${job}, state="active"} > 0`,
      for: "15m",
      summary: "The disk array {{ $labels.device }} of {{ $labels.node }} lacks disks",
      finding: "{{ $value | humanize }} of its disks are missing. Another failure may lose what is on it.",
      action: "Replace the failed disk and wait until the array is rebuilt. Keep pods with important data elsewhere until then.",
    }),
    alert("NodeRestarted", {
      severity: "info",
      expr: `changes(node_boot_time_seconds{${job}}[15m]) > 0`,
      summary: "{{ $labels.node }} was restarted",
      finding: "The machine started anew within the last 15 minutes.",
      action: "If nobody meant it to, look at the log of the boot before: a kernel panic, a watchdog or a lack of power would be there.",
    }),
  ],
};

export const nodeRules: readonly RuleGroup[] = [measures, alerts];
