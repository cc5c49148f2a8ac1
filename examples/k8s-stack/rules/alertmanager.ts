import type { RuleGroup } from "./rule";
import { alert } from "./rule";

const job = 'job=~"vmalertmanager-.*", job!~".*-reloader-http"';
const pod = "{{ $labels.namespace }}/{{ $labels.pod }}";

const group: RuleGroup = {
  name: "alertmanager",
  rules: [
    alert("Watchdog", {
      severity: "none",
      expr: "vector(1)",
      summary: "Alerting works",
      finding: "This alert always fires. A service outside of the cluster that no longer hears of it knows that alerting is down.",
      action: "Set heartbeatWebhook in the stack's configuration to the address of such a service. Do nothing while it fires.",
    }),
    alert("AlertmanagerIsDown", {
      severity: "critical",
      expr: `absent(up{${job}} == 1)`,
      for: "5m",
      summary: "No Alertmanager answers",
      finding: "Nobody is told of any alert.",
      action: "Look at the pods of the StatefulSet vmalertmanager-main. Until they are back, look at alerts in Grafana or vmui.",
    }),
    alert("AlertmanagerConfigurationIsBroken", {
      severity: "critical",
      expr: "alertmanager_config_last_reload_successful == 0",
      for: "10m",
      summary: `${pod} does not take its configuration`,
      finding: "It goes on with the one before, so new receivers and routes have no effect.",
      action: "Its log names the place.",
    }),
    alert("AlertmanagersDisagree", {
      severity: "warning",
      expr: 'count by (job) (count_values by (job) ("hash", alertmanager_config_hash)) > 1',
      for: "20m",
      summary: "The Alertmanagers of {{ $labels.job }} have different configurations",
      finding: "Who is told of an alert depends on which of them deals with it.",
      action: "See whether the config-reloader of one of them fails.",
    }),
    alert("AlertmanagersDoNotFindEachOther", {
      severity: "warning",
      expr: `max_over_time(alertmanager_cluster_members[5m]) < on (job) group_left () count by (job) (max_over_time(alertmanager_build_info[5m]))`,
      for: "15m",
      summary: `${pod} knows only {{ $value | humanize }} members of its cluster`,
      finding: "Alertmanagers that do not talk to each other all send the same notifications.",
      action: "Check that a NetworkPolicy lets port 9094 through, by TCP and UDP.",
    }),
    alert("NotificationsFail", {
      severity: "critical",
      expr: `sum by (job, integration) (rate(alertmanager_notifications_failed_total[10m]))
        / (sum by (job, integration) (rate(alertmanager_notifications_total[10m])) > 0) > 0.1`,
      for: "10m",
      summary: "Notifications by {{ $labels.integration }} do not arrive",
      finding: "{{ $value | humanizePercentage }} of them failed.",
      action: "Alertmanager's log has the answer of the receiver: a revoked address, a channel that is gone, or a firewall.",
    }),
    alert("AlertmanagerRefusesAlerts", {
      severity: "warning",
      expr: "sum by (job) (increase(alertmanager_alerts_invalid_total[15m])) > 0",
      for: "10m",
      summary: "Alertmanager refuses alerts",
      finding: "{{ $value | humanize }} alerts of the last quarter of an hour were invalid.",
      action: "See its log. Labels or annotations of a rule are likely empty or not valid UTF-8.",
    }),
  ],
};

export const alertmanagerRules: readonly RuleGroup[] = [group];
