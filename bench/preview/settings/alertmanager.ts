import type { AlertmanagerConfig } from "./types";

/** Key of the Secret in each team's namespace that holds the addresses of its receivers. */
export const addresses = { name: "alert-addresses", keys: ["slack", "pagerduty"] } as const;

/** Where a team is told of its alerts: a chat, a pager and, for machines, a webhook. */
export const alertmanagerConfig = (team: string): AlertmanagerConfig => ({
  route: {
    receiver: `${team}-chat`,
    group_by: ["alertname", "namespace", "service"],
    group_wait: "30s",
    group_interval: "5m",
    repeat_interval: "12h",
    routes: [
      { receiver: `${team}-pager`, matchers: ['severity="critical"'], group_wait: "10s", repeat_interval: "2h" },
      { receiver: `${team}-tickets`, matchers: ['severity="warning"', `service!~"${team}-lab.*"`], repeat_interval: "24h" },
    ],
  },
  receivers: [
    {
      name: `${team}-chat`,
      slack_configs: [
        {
          api_url: { name: addresses.name, key: "slack" },
          channel: `#${team}-alerts`,
          send_resolved: true,
          title: "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}",
          text: "{{ range .Alerts }}*{{ .Annotations.summary }}*\n{{ .Annotations.description }}\n{{ end }}",
        },
      ],
    },
    {
      name: `${team}-pager`,
      pagerduty_configs: [
        { routing_key: { name: addresses.name, key: "pagerduty" }, severity: "critical", description: "{{ .CommonAnnotations.summary }}" },
      ],
    },
    { name: `${team}-tickets`, webhook_configs: [{ url: `https://tickets.example.com/hooks/${team}`, send_resolved: false }] },
  ],
  inhibit_rules: [
    { source_matchers: ['severity="critical"'], target_matchers: ['severity="warning"'], equal: ["namespace", "service"] },
    { source_matchers: ['alertname="NamespaceIsDrained"'], target_matchers: ['severity=~"warning|critical"'], equal: ["namespace"] },
  ],
});
