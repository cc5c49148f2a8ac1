import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";
import { nameLabel } from "./cluster-scrapes";

const images = {
  nodeExporter: "quay.io/prometheus/node-exporter:v1.12.1",
  kubeStateMetrics: "registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.19.1",
};

type Namespace = pulumi.Input<string>;

/** Metrics of the machines: one pod on every node, and the object that has them scraped. */
export function createNodeExporter(namespace: Namespace): victoriametrics.VMPodScrape {
  const labels = { [nameLabel]: "node-exporter" };
  const exporter = new kubernetes.apps.v1.DaemonSet("node-exporter", {
    metadata: { name: "node-exporter", namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "10%" } },
      template: { metadata: { labels }, spec: nodeExporterPod },
    },
  });
  return new victoriametrics.VMPodScrape(
    "node-exporter",
    {
      metadata: { namespace },
      spec: {
        jobLabel: nameLabel,
        selector: { matchLabels: labels },
        podMetricsEndpoints: [
          {
            port: "metrics",
            relabelConfigs: [
              { sourceLabels: ["__meta_kubernetes_pod_node_name"], targetLabel: "node" },
              // The metrics of a machine stay the same when its exporter gets a new pod.
              { action: "labeldrop", regex: "pod|container" },
            ],
          },
        ],
      },
    },
    { dependsOn: exporter },
  );
}

const nodeExporterPod: kubernetes.types.input.core.v1.PodSpec = {
  automountServiceAccountToken: false,
  hostNetwork: true,
  hostPID: true,
  nodeSelector: { "kubernetes.io/os": "linux" },
  priorityClassName: "system-node-critical",
  securityContext: { runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534 },
  tolerations: [{ operator: "Exists" }],
  containers: [
    {
      name: "node-exporter",
      image: images.nodeExporter,
      args: [
        "--path.procfs=/host/proc",
        "--path.sysfs=/host/sys",
        "--path.rootfs=/host/root",
        "--web.listen-address=[$(HOST_IP)]:9100",
        "--no-collector.wifi",
        "--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run/containerd/.+|run/k3s/containerd/.+|run/user/.+|var/lib/docker/.+|var/lib/kubelet/.+|var/lib/containers/.+)($|/)",
        "--collector.filesystem.fs-types-exclude=^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs|sysfs|tmpfs|tracefs)$",
        "--collector.netdev.device-exclude=^(veth|cali|lxc|cilium_|[0-9a-f]{15}).*$",
        "--collector.netclass.ignored-devices=^(veth|cali|lxc|cilium_|[0-9a-f]{15}).*$",
      ],
      env: [{ name: "HOST_IP", valueFrom: { fieldRef: { fieldPath: "status.hostIP" } } }],
      ports: [{ name: "metrics", containerPort: 9100, hostPort: 9100 }],
      readinessProbe: { httpGet: { path: "/", port: "metrics" } },
      resources: { requests: { cpu: "20m", memory: "40Mi" }, limits: { memory: "180Mi" } },
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
      volumeMounts: [
        { name: "proc", mountPath: "/host/proc", readOnly: true },
        { name: "sys", mountPath: "/host/sys", readOnly: true },
        { name: "root", mountPath: "/host/root", mountPropagation: "HostToContainer", readOnly: true },
      ],
    },
  ],
  volumes: [
    { name: "proc", hostPath: { path: "/proc" } },
    { name: "sys", hostPath: { path: "/sys" } },
    { name: "root", hostPath: { path: "/" } },
  ],
};

/** The resources of kube-state-metrics, by API group: both its permissions and its argument. Secrets and ConfigMaps are not among them. */
const reported: Readonly<Record<string, readonly string[]>> = {
  "": [
    "limitranges",
    "namespaces",
    "nodes",
    "persistentvolumeclaims",
    "persistentvolumes",
    "pods",
    "replicationcontrollers",
    "resourcequotas",
    "services",
  ],
  "admissionregistration.k8s.io": ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"],
  apps: ["daemonsets", "deployments", "replicasets", "statefulsets"],
  autoscaling: ["horizontalpodautoscalers"],
  batch: ["cronjobs", "jobs"],
  "certificates.k8s.io": ["certificatesigningrequests"],
  "networking.k8s.io": ["ingresses", "networkpolicies"],
  policy: ["poddisruptionbudgets"],
  "storage.k8s.io": ["storageclasses", "volumeattachments"],
};

/** Metrics of the cluster's objects, and the object that has them scraped. */
export function createKubeStateMetrics(namespace: Namespace): victoriametrics.VMServiceScrape {
  const name = "kube-state-metrics";
  const labels = { [nameLabel]: name };
  const metadata = { name, namespace, labels };
  const { core, rbac, apps } = kubernetes;
  const account = new core.v1.ServiceAccount(name, { metadata });
  const role = new rbac.v1.ClusterRole(name, {
    metadata: { name, labels },
    rules: Object.entries(reported).map(([group, resources]) => ({
      apiGroups: [group],
      resources: [...resources],
      verbs: ["list", "watch"],
    })),
  });
  const binding = new rbac.v1.ClusterRoleBinding(name, {
    metadata: { name, labels },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role.metadata.name },
    subjects: [{ kind: "ServiceAccount", name: account.metadata.name, namespace }],
  });
  const deployment = new apps.v1.Deployment(
    name,
    {
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { ...kubeStateMetricsPod, serviceAccountName: account.metadata.name } },
      },
    },
    { dependsOn: binding },
  );
  const service = new core.v1.Service(
    name,
    {
      metadata,
      spec: {
        clusterIP: "None",
        selector: labels,
        ports: [
          { name: "metrics", port: 8080, targetPort: "metrics" },
          { name: "telemetry", port: 8081, targetPort: "telemetry" },
        ],
      },
    },
    { dependsOn: deployment },
  );
  return new victoriametrics.VMServiceScrape(
    name,
    {
      metadata: { namespace },
      spec: {
        jobLabel: nameLabel,
        selector: { matchLabels: labels },
        endpoints: [
          {
            port: "metrics",
            honorLabels: true,
            // The labels of what is reported on stand alone: no node is in the namespace of kube-state-metrics.
            relabelConfigs: [{ action: "labeldrop", regex: "namespace|pod|container|service|endpoint" }],
          },
          { port: "telemetry" },
        ],
      },
    },
    { dependsOn: service },
  );
}

const kubeStateMetricsPod: kubernetes.types.input.core.v1.PodSpec = {
  nodeSelector: { "kubernetes.io/os": "linux" },
  securityContext: { runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534, seccompProfile: { type: "RuntimeDefault" } },
  containers: [
    {
      name: "kube-state-metrics",
      image: images.kubeStateMetrics,
      args: ["--port=8080", "--telemetry-port=8081", `--resources=${Object.values(reported).flat().sort().join(",")}`],
      ports: [
        { name: "metrics", containerPort: 8080 },
        { name: "telemetry", containerPort: 8081 },
      ],
      livenessProbe: { httpGet: { path: "/livez", port: "metrics" } },
      readinessProbe: { httpGet: { path: "/readyz", port: "telemetry" } },
      resources: { requests: { cpu: "20m", memory: "100Mi" }, limits: { memory: "500Mi" } },
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
    },
  ],
};
