import type { Rule, RuleGroup } from "./types";

const runbooks = "https://runbooks.example.com";

interface AlertOptions {
  readonly subject: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: "critical" | "warning";
  readonly summary: string;
}

const alert = (name: string, { subject, severity, summary, ...rule }: AlertOptions): Rule => ({
  alert: name,
  ...rule,
  labels: { severity, service: subject },
  annotations: {
    summary,
    description: `${summary}: {{ $value | humanize }} in {{ $labels.namespace }}, for longer than it may.`,
    runbook_url: `${runbooks}/${subject}/${name}`,
  },
});

const camel = (name: string): string => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** Eight rules on the requests that an application fails to answer. */
function availability(subject: string): RuleGroup {
  const job = `job="${subject}"`;
  const ratio = `${subject.replaceAll("-", "_")}:http_errors:ratio_rate5m`;
  const burning = (window: string, factor: string): string => `${ratio.replace("5m", window)} > ${factor} * 0.001`;
  const name = camel(subject);
  const recorded = ["5m", "1h", "6h"].map((window) => ({
    record: ratio.replace("5m", window),
    expr: `sum by (namespace) (rate(http_requests_total{${job}, code=~"5.."}[${window}])) / sum by (namespace) (rate(http_requests_total{${job}}[${window}]))`,
  }));
  return {
    name: `${subject}-availability`,
    interval: "30s",
    rules: [
      ...recorded,
      alert(`${name}BurnsBudgetFast`, {
        subject,
        expr: burning("1h", "14.4"),
        for: "2m",
        severity: "critical",
        summary: `${subject} uses up its error budget within days`,
      }),
      alert(`${name}BurnsBudget`, {
        subject,
        expr: burning("6h", "6"),
        for: "15m",
        severity: "warning",
        summary: `${subject} uses up its error budget`,
      }),
      alert(`${name}IsDown`, {
        subject,
        expr: `up{${job}} == 0`,
        for: "5m",
        severity: "critical",
        summary: `An instance of ${subject} is down`,
      }),
      alert(`${name}IsAbsent`, {
        subject,
        expr: `absent(up{${job}})`,
        for: "10m",
        severity: "critical",
        summary: `Nothing of ${subject} is there`,
      }),
      alert(`${name}Restarts`, {
        subject,
        expr: `increase(kube_pod_container_status_restarts_total{container="${subject}"}[1h]) > 3`,
        for: "10m",
        severity: "warning",
        summary: `${subject} restarts again and again`,
      }),
    ],
  };
}

/** Eight rules on the time that an application takes and on what it uses. */
function latency(subject: string): RuleGroup {
  const job = `job="${subject}"`;
  const name = camel(subject);
  const prefix = subject.replaceAll("-", "_");
  const quantile = (value: string) => ({
    record: `${prefix}:http_request_seconds:p${value.slice(2)}`,
    expr: `histogram_quantile(${value}, sum by (namespace, le) (rate(http_request_duration_seconds_bucket{${job}}[5m])))`,
  });
  const slow = (percentile: string, seconds: string): string => `${prefix}:http_request_seconds:p${percentile} > ${seconds}`;
  return {
    name: `${subject}-latency`,
    rules: [
      quantile("0.50"),
      quantile("0.99"),
      alert(`${name}IsSlow`, { subject, expr: slow("99", "1.5"), for: "10m", severity: "warning", summary: `${subject} answers slowly` }),
      alert(`${name}IsVerySlow`, { subject, expr: slow("99", "5"), for: "5m", severity: "critical", summary: `${subject} hardly answers` }),
      alert(`${name}MedianIsSlow`, {
        subject,
        expr: slow("50", "0.4"),
        for: "15m",
        severity: "warning",
        summary: `Half of ${subject} is slow`,
      }),
      alert(`${name}IsThrottled`, {
        subject,
        expr: `rate(container_cpu_cfs_throttled_periods_total{container="${subject}"}[5m]) / rate(container_cpu_cfs_periods_total{container="${subject}"}[5m]) > 0.25`,
        for: "30m",
        severity: "warning",
        summary: `${subject} has too little processor time`,
      }),
      alert(`${name}NeedsMemory`, {
        subject,
        expr: `container_memory_working_set_bytes{container="${subject}"} / container_spec_memory_limit_bytes{container="${subject}"} > 0.9`,
        for: "15m",
        severity: "warning",
        summary: `${subject} is about to exceed its memory`,
      }),
      alert(`${name}QueueGrows`, {
        subject,
        expr: `deriv(http_requests_queued{${job}}[15m]) > 0.5`,
        for: "15m",
        severity: "warning",
        summary: `${subject} takes in more than it answers`,
      }),
    ],
  };
}

/** Two groups of eight rules each, on one application. */
export const ruleGroups = (subject: string): RuleGroup[] => [availability(subject), latency(subject)];
