import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";

const metadata = { namespace: "logs" };

// The database: two storage nodes keep the logs of 30 days, or less if they grow beyond 90 GiB.
const cluster = new victoriametrics.VLCluster("main", {
  metadata,
  spec: {
    vlstorage: {
      replicaCount: 2,
      retentionPeriod: "30d",
      retentionMaxDiskSpaceUsageBytes: "90GiB",
      storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: "100Gi" } } } } },
    },
    vlselect: { replicaCount: 2 },
    vlinsert: { replicaCount: 2 },
  },
});

// One user may write, the other one read. Their passwords are made once and kept in the state.
const access = (name: string, kind: "VLCluster/vlinsert" | "VLCluster/vlselect") =>
  new victoriametrics.VMUser(name, {
    metadata,
    spec: { generatePassword: true, targetRefs: [{ crd: { kind, name: "main", namespace: "logs" } }] },
    selectFrom: [cluster],
  });
const collector = access("collector", "VLCluster/vlinsert");
const reader = access("reader", "VLCluster/vlselect");

const gate = new victoriametrics.VMAuth("main", {
  metadata,
  spec: { selectAllByDefault: true },
  selectFrom: [cluster, collector, reader],
});

// An agent on every node reads the logs of all containers and writes them through the gateway. The Secret of its user is mounted into its pods.
const agent = new victoriametrics.VLAgent("nodes", {
  metadata,
  spec: {
    k8sCollector: {
      enabled: true,
      msgFields: ["message", "msg"],
      excludeFilter: 'kubernetes.pod_namespace:="kube-system"',
      extraFields: JSON.stringify({ cluster: "west" }),
    },
    remoteWrite: [
      {
        url: pulumi.interpolate`${gate.url}/insert/native`,
        basicAuth: {
          username: { name: "vmuser-collector", key: "username" },
          password: { name: "vmuser-collector", key: "password" },
        },
      },
    ],
    tolerations: [{ operator: "Exists" }],
  },
});

// Alerts on logs: the expressions are queries in LogsQL.
const rules = new victoriametrics.VMRule("shop", {
  metadata,
  spec: {
    groups: [
      {
        name: "shop",
        type: "vlogs",
        interval: "1m",
        rules: [
          {
            alert: "ShopLogsErrors",
            expr: 'kubernetes.pod_namespace:="shop" error | stats by (kubernetes.pod_name) count() errors | filter errors:>100',
            labels: { severity: "page" },
            annotations: { summary: '{{ index $labels "kubernetes.pod_name" }} logs {{ $value }} errors a minute' },
          },
        ],
      },
    ],
  },
});

const alertmanager = new victoriametrics.VMAlertmanager("main", { metadata, spec: { replicaCount: 2 } });

new victoriametrics.VMAlert("logs", {
  metadata,
  spec: {
    selectAllByDefault: true,
    datasource: { url: cluster.vlselectUrl },
    notifier: { selector: { namespaceSelector: { matchNames: ["logs"] } } },
  },
  selectFrom: [rules, alertmanager],
});

export const gateUrl = gate.url;
export const agentUrl = agent.url;
export const readerSecret = reader.secretName;
