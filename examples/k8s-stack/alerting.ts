import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";
import type { Configuration } from "./configuration";
import { ruleGroups } from "./rules";
import type { Storage } from "./storage";
import { volumeClaim } from "./storage";

type Metadata = victoriametrics.ObjectMetadataArgs;

/** Two Alertmanagers, the rules, and the vmalert that evaluates them. */
export function createAlerting(configuration: Configuration, metadata: Metadata, storage: Storage) {
  const alertmanager = createAlertmanager(configuration, metadata);
  const rules = Object.entries(ruleGroups(configuration.controlPlane)).map(
    ([name, groups]) => new victoriametrics.VMRule(name, { metadata, spec: { groups } }),
  );
  const alert = new victoriametrics.VMAlert("main", {
    metadata,
    spec: {
      selectAllByDefault: true,
      evaluationInterval: "30s",
      externalLabels: { cluster: configuration.clusterName },
      datasource: { url: storage.queryUrl },
      remoteRead: { url: storage.queryUrl },
      // The address is complete; without the flag vmalert adds a path of its own.
      remoteWrite: { url: storage.remoteWriteUrl },
      extraArgs: { "remoteWrite.disablePathAppend": "true" },
      notifier: { selector: { namespaceSelector: { matchNames: [configuration.namespace] } } },
    },
    selectFrom: [alertmanager, ...rules],
  });
  return { alert, alertmanager };
}

function createAlertmanager(configuration: Configuration, metadata: Metadata): victoriametrics.VMAlertmanager {
  const receivers = receiversOf(configuration);
  const secret = new kubernetes.core.v1.Secret("alertmanager-receivers", {
    metadata: { name: "alertmanager-receivers", namespace: metadata.namespace },
    stringData: Object.fromEntries(receivers.map(({ name, address }) => [name, address])),
  });
  return new victoriametrics.VMAlertmanager("main", {
    metadata,
    spec: {
      replicaCount: 2,
      // Teams add routes of their own: give their VMAlertmanagerConfigs to selectFrom.
      selectAllByDefault: true,
      storage: { volumeClaimTemplate: { spec: volumeClaim("1Gi", configuration) } },
      podDisruptionBudget: { maxUnavailable: 1 },
      secrets: ["alertmanager-receivers"],
      configRawYaml: JSON.stringify(alertmanagerConfiguration(receivers), undefined, 2),
    },
    selectFrom: [secret],
  });
}

/** Somebody who is told of alerts. */
interface Receiver {
  readonly name: "slack" | "heartbeat";
  /** Where to, which is secret. */
  readonly address: pulumi.Output<string>;
  /** The settings of Alertmanager, which reads the address from a file. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const addressFile = (name: Receiver["name"]): string => `/etc/vm/secrets/alertmanager-receivers/${name}`;

function receiversOf({ slackWebhook, slackChannel, heartbeatWebhook }: Configuration): Receiver[] {
  const slack = {
    api_url_file: addressFile("slack"),
    channel: slackChannel,
    send_resolved: true,
    title: '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} ({{ or .CommonLabels.severity "mixed" }})',
    text: "{{ range .Alerts }}*{{ .Annotations.summary }}*\n{{ .Annotations.description }}\n{{ end }}",
  };
  return [
    ...(slackWebhook ? [{ name: "slack", address: slackWebhook, settings: { slack_configs: [slack] } } as const] : []),
    ...(heartbeatWebhook
      ? [
          {
            name: "heartbeat",
            address: heartbeatWebhook,
            settings: { webhook_configs: [{ url_file: addressFile("heartbeat"), send_resolved: false }] },
          } as const,
        ]
      : []),
  ];
}

function alertmanagerConfiguration(receivers: readonly Receiver[]) {
  const receiver = (name: Receiver["name"]): string => (receivers.some((one) => one.name === name) ? name : "nobody");
  return {
    route: {
      receiver: receiver("slack"),
      group_by: ["cluster", "namespace", "alertname"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "12h",
      routes: [
        {
          receiver: receiver("heartbeat"),
          matchers: ['alertname="Watchdog"'],
          group_wait: "0s",
          group_interval: "5m",
          repeat_interval: "5m",
        },
        { receiver: "nobody", matchers: ['severity="info"'] },
      ],
    },
    inhibit_rules: [
      // A critical alert makes the warnings about the same cause superfluous.
      { source_matchers: ['severity="critical"'], target_matchers: ['severity="warning"'], equal: ["cluster", "namespace", "alertname"] },
      {
        source_matchers: ['alertname="NodeIsNotReady"'],
        target_matchers: ['alertname=~"NodeExporterIsDown|KubeletIsDown"'],
        equal: ["cluster", "node"],
      },
    ],
    receivers: [{ name: "nobody" }, ...receivers.map(({ name, settings }) => ({ name, ...settings }))],
  };
}
