import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";

// pulumi config set --secret slackWebhook https://hooks.slack.com/services/…
const config = new pulumi.Config();
const metadata = { namespace: "monitoring" };

const database = new victoriametrics.VMSingle("main", { metadata, spec: { retentionPeriod: "30d" } });

// The webhook URL comes from the stack's configuration and reaches Alertmanager by way of this Secret.
const slack = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "slack", namespace: "shop" },
  stringData: { url: config.requireSecret("slackWebhook") },
};

// Two teams say where their alerts go; each gets only the alerts of its own namespace.
const shopAlerts = new victoriametrics.VMAlertmanagerConfig("shop", {
  metadata: { namespace: "shop" },
  spec: {
    route: { receiver: "slack", group_by: ["alertname"], routes: [{ receiver: "nobody", matchers: ['severity="info"'] }] },
    receivers: [
      { name: "slack", slack_configs: [{ api_url: { name: "slack", key: "url" }, channel: "#shop", send_resolved: true }] },
      { name: "nobody" },
    ],
  },
});
const billingAlerts = new victoriametrics.VMAlertmanagerConfig("billing", {
  metadata: { namespace: "billing" },
  spec: {
    route: { receiver: "pager" },
    receivers: [{ name: "pager", webhook_configs: [{ url: "http://pager.billing.svc:8080/alerts" }] }],
  },
});

const alertmanager = new victoriametrics.VMAlertmanager("main", {
  metadata,
  spec: { replicaCount: 2, selectAllByDefault: true },
  selectFrom: [shopAlerts, billingAlerts, slack],
});

const rules = new victoriametrics.VMRule("shop", {
  metadata: { namespace: "shop" },
  spec: {
    groups: [
      {
        name: "shop",
        interval: "30s",
        rules: [
          { record: "shop:requests:rate5m", expr: "sum(rate(http_requests_total[5m])) by (path)" },
          {
            alert: "ShopIsDown",
            expr: 'up{job="shop"} == 0',
            for: "5m",
            labels: { severity: "page" },
            annotations: { summary: "{{ $labels.instance }} of the shop is down" },
          },
        ],
      },
    ],
  },
});

new victoriametrics.VMAlert("main", {
  metadata,
  spec: {
    selectAllByDefault: true,
    datasource: { url: database.url },
    remoteWrite: { url: database.url },
    remoteRead: { url: database.url },
    notifier: { selector: { namespaceSelector: { matchNames: ["monitoring"] } } },
    evaluationInterval: "30s",
  },
  selectFrom: [rules, alertmanager],
});

export const alertmanagerUrl = alertmanager.url;
