import type { RuleGroup } from "./rule";
import { alert } from "./rule";

const state = 'job="kube-state-metrics"';
const kubelet = 'job="kubelet", metrics_path="/metrics"';
const node = "{{ $labels.node }}";

const group: RuleGroup = {
  name: "kubelet",
  rules: [
    alert("NodeIsNotReady", {
      severity: "critical",
      expr: `kube_node_status_condition{${state}, condition="Ready", status="true"} == 0
        unless on (node) kube_node_spec_unschedulable{${state}} == 1`,
      for: "10m",
      summary: `The node ${node} is not ready`,
      finding: "Its kubelet has not reported for ten minutes, or reports that it cannot run pods. Its pods are moved away.",
      action: "kubectl describe node shows the condition. Look at the log of the kubelet on the machine, or replace the machine.",
    }),
    alert("NodeReadinessFlaps", {
      severity: "warning",
      expr: `changes(kube_node_status_condition{${state}, condition="Ready", status="true"}[15m]) > 3`,
      for: "10m",
      summary: `The node ${node} is ready and not ready by turns`,
      finding: "Its state changed {{ $value | humanize }} times in a quarter of an hour.",
      action: "Look for lack of memory or processor time on the node, and for an unstable network to the API server. Cordon it until then.",
    }),
    alert("NodeIsUnderPressure", {
      severity: "warning",
      expr: `kube_node_status_condition{${state}, condition=~"MemoryPressure|DiskPressure|PIDPressure", status="true"} == 1`,
      for: "10m",
      summary: `The node ${node} reports {{ $labels.condition }}`,
      finding: "The kubelet evicts pods until the shortage is over, and takes no new ones.",
      action: "See what uses up the memory, the disk or the processes of the node, and move it elsewhere.",
    }),
    alert("NodeNetworkIsUnavailable", {
      severity: "critical",
      expr: `kube_node_status_condition{${state}, condition="NetworkUnavailable", status="true"} == 1`,
      for: "10m",
      summary: `The node ${node} has no pod network`,
      finding: "The network plugin has not set up routes for the node, so its pods reach nobody.",
      action: "Look at the pod of the network plugin on the node.",
    }),
    alert("NodeIsCordoned", {
      severity: "info",
      expr: `kube_node_spec_unschedulable{${state}} == 1`,
      for: "12h",
      summary: `The node ${node} has been cordoned for half a day`,
      finding: "It takes no new pods. Mostly that was forgotten after maintenance.",
      action: "kubectl uncordon it, or remove it from the cluster.",
    }),
    alert("KubeletIsDown", {
      severity: "critical",
      expr: `up{${kubelet}} == 0`,
      for: "15m",
      summary: `The kubelet of ${node} cannot be scraped`,
      finding: "It does not answer, or refuses the token of the agent.",
      action: "If the node is ready, check the certificate and that the agent may read nodes/metrics; else look at the machine.",
    }),
    alert("KubeletsAreUnknown", {
      severity: "critical",
      expr: `absent(up{${kubelet}})`,
      for: "15m",
      summary: "No kubelet is scraped",
      finding: "The agent finds no nodes, so nothing is known of containers and volumes.",
      action: "Check that the agent runs and that its ClusterRole lets it list nodes.",
    }),
    alert("KubeletIsAlmostFull", {
      severity: "info",
      expr: `max by (node) (kubelet_running_pods{${kubelet}})
        / on (node) max by (node) (kube_node_status_capacity{${state}, resource="pods"} > 1) > 0.95`,
      for: "30m",
      summary: `The node ${node} can hold few more pods`,
      finding: "It runs {{ $value | humanizePercentage }} of the pods that its kubelet allows.",
      action: "Add a node, or raise maxPods in the configuration of the kubelet.",
    }),
    alert("KubeletLosesTrackOfContainers", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (node, le) (rate(kubelet_pleg_relist_duration_seconds_bucket{${kubelet}}[5m]))) > 10`,
      for: "10m",
      summary: `The kubelet of ${node} takes long to look at its containers`,
      finding: "99% of its rounds take up to {{ $value | humanizeDuration }}. From three minutes on the node counts as not ready.",
      action: "The container runtime is slow: look for very many containers, a saturated disk, or a runtime that hangs.",
    }),
    alert("KubeletStartsPodsSlowly", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (node, le) (rate(kubelet_pod_worker_duration_seconds_bucket{${kubelet}}[5m]))) > 60`,
      for: "20m",
      summary: `Pods on ${node} start slowly`,
      finding: "The kubelet needs up to {{ $value | humanizeDuration }} to act on a change of a pod.",
      action: "Large images, slow volumes and a busy disk are the usual causes.",
    }),
    alert("KubeletRuntimeFails", {
      severity: "warning",
      expr: `sum by (node, operation_type) (rate(kubelet_runtime_operations_errors_total{${kubelet}, operation_type!~"exec_sync|pull_image"}[10m]))
        / sum by (node, operation_type) (rate(kubelet_runtime_operations_total{${kubelet}}[10m])) > 0.3`,
      for: "15m",
      summary: `The container runtime of ${node} fails at {{ $labels.operation_type }}`,
      finding: "{{ $value | humanizePercentage }} of these operations end with an error.",
      action: "Read the log of the container runtime (journalctl -u containerd) on the machine.",
    }),
    ...(["client", "server"] as const).map((kind) =>
      alert(`Kubelet${kind === "client" ? "Client" : "Server"}CertificateExpires`, {
        severity: "warning",
        expr: `kubelet_certificate_manager_${kind}_ttl_seconds{${kubelet}} < 3 * 24 * 3600`,
        for: "1h",
        summary: `The ${kind} certificate of the kubelet on ${node} expires soon`,
        finding: "It is valid for {{ $value | humanizeDuration }} and should have been renewed by now.",
        action: "Look for a CertificateSigningRequest that nobody has approved, and at the kubelet's log.",
      }),
    ),
    alert("KubernetesVersionsDiffer", {
      severity: "info",
      expr: `count(count by (minor) (label_replace(kubernetes_build_info{job=~"kubelet|apiserver"}, "minor", "$1", "git_version", "(v[0-9]+.[0-9]+).*"))) > 1`,
      for: "12h",
      summary: "Components of Kubernetes have different versions",
      finding: "{{ $value | humanize }} minor versions have been running side by side for half a day.",
      action: "Finish the update: kubelets may be behind the API server for a few versions, but never before it.",
    }),
  ],
};

export const kubeletRules: readonly RuleGroup[] = [group];
