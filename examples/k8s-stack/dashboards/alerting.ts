import { dashboard, graph, stat, table, zeroIsGood } from "./builder";

const firing = 'ALERTS{alertstate="firing", severity!="none"}';

/** Alerts, the rules behind them, and whether people hear of them. */
export const alertingDashboard = dashboard({
  uid: "k8s-stack-alerting",
  title: "Monitoring / Alerting",
  description: "Alerts that fire, evaluation of the rules, notifications, and reloads of configuration.",
  rows: [
    {
      title: "Alerts",
      panels: [
        ...(["critical", "warning", "info"] as const).map((severity) =>
          stat(`Firing: ${severity}`, `count(ALERTS{alertstate="firing", severity="${severity}"}) or vector(0)`, {
            thresholds: severity === "info" ? undefined : zeroIsGood(severity === "critical" ? "red" : "yellow"),
          }),
        ),
        stat(
          "Rules with errors",
          "count(increase(vmalert_alerting_rules_errors_total[10m]) > 0 or increase(vmalert_recording_rules_errors_total[10m]) > 0) or vector(0)",
          {
            thresholds: zeroIsGood(),
          },
        ),
        stat("Failed notifications in an hour", "sum(increase(alertmanager_notifications_failed_total[1h])) or vector(0)", {
          thresholds: zeroIsGood(),
        }),
        stat("Pods with an old configuration", "count(configreloader_last_reload_successful == 0) or vector(0)", {
          thresholds: zeroIsGood(),
        }),
        table("Alerts that fire", [{ title: "Alerts", expr: `count by (severity, alertname, namespace, node, pod) (${firing})` }]),
        graph("Alerts over time", { expr: `count by (alertname) (${firing})`, legend: "{{alertname}}" }, { stacked: true, width: 24 }),
      ],
    },
    {
      title: "Rules",
      panels: [
        graph(
          "Slowest groups",
          { expr: 'topk(10, max by (group) (vmalert_iteration_duration_seconds{quantile="0.99"}))', legend: "{{group}}" },
          { unit: "s" },
        ),
        graph("Missed rounds", {
          expr: "sum by (group) (increase(vmalert_iteration_missed_total[$__rate_interval])) > 0",
          legend: "{{group}}",
        }),
        graph("Errors of alerts", {
          expr: "sum by (group, alertname) (increase(vmalert_alerting_rules_errors_total[$__rate_interval])) > 0",
          legend: "{{group}} {{alertname}}",
        }),
        graph("Errors of recording rules", {
          expr: "sum by (group, recording) (increase(vmalert_recording_rules_errors_total[$__rate_interval])) > 0",
          legend: "{{group}} {{recording}}",
        }),
      ],
    },
    {
      title: "Notifications",
      panels: [
        graph("Sent by vmalert", [
          { expr: "sum by (addr) (rate(vmalert_alerts_sent_total[$__rate_interval]))", legend: "{{addr}}" },
          { expr: "sum by (addr) (rate(vmalert_alerts_send_errors_total[$__rate_interval]))", legend: "{{addr}} failed" },
        ]),
        graph("Alerts in Alertmanager", { expr: "sum by (pod, state) (alertmanager_alerts)", legend: "{{pod}} {{state}}" }),
        graph(
          "Notifications",
          { expr: "sum by (integration) (rate(alertmanager_notifications_total[$__rate_interval])) > 0", legend: "{{integration}}" },
          { unit: "ops" },
        ),
        graph(
          "Failed notifications",
          {
            expr: "sum by (integration, reason) (rate(alertmanager_notifications_failed_total[$__rate_interval])) > 0",
            legend: "{{integration}} {{reason}}",
          },
          { unit: "ops" },
        ),
      ],
    },
    {
      title: "Reloads of configuration",
      panels: [
        graph(
          "Last reload",
          { expr: "configreloader_last_reload_successful", legend: "{{namespace}}/{{pod}}" },
          { width: 8, max: 1, description: "1 if the application took its last configuration." },
        ),
        graph(
          "Reloads",
          { expr: "sum by (pod) (increase(configreloader_config_last_reload_total[$__rate_interval]))", legend: "{{pod}}" },
          { width: 8 },
        ),
        graph(
          "Errors",
          [
            { expr: "sum by (pod) (increase(configreloader_last_reload_errors_total[$__rate_interval]))", legend: "{{pod}} reload" },
            { expr: "sum by (pod) (increase(configreloader_k8s_watch_errors_total[$__rate_interval]))", legend: "{{pod}} watch" },
            {
              expr: "sum by (pod) (increase(configreloader_secret_content_update_errors_total[$__rate_interval]))",
              legend: "{{pod}} unpack",
            },
          ],
          { width: 8 },
        ),
      ],
    },
  ],
});
