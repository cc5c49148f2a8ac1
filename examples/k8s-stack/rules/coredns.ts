import type { RuleGroup } from "./rule";
import { alert } from "./rule";

const job = 'job="coredns"';

const group: RuleGroup = {
  name: "coredns",
  rules: [
    alert("CoreDnsIsDown", {
      severity: "critical",
      expr: `absent(up{${job}} == 1)`,
      for: "10m",
      summary: "CoreDNS cannot be scraped",
      finding: "If it is down, no name in the cluster is found, and hardly anything works.",
      action: "Look at the pods with the label k8s-app=kube-dns in kube-system. If they are well, see whether port 9153 can be reached.",
    }),
    alert("CoreDnsFailsToAnswer", {
      severity: "warning",
      expr: `sum by (instance) (rate(coredns_dns_responses_total{${job}, rcode="SERVFAIL"}[5m]))
        / sum by (instance) (rate(coredns_dns_responses_total{${job}}[5m])) > 0.03`,
      for: "10m",
      summary: "CoreDNS on {{ $labels.instance }} fails to answer",
      finding: "{{ $value | humanizePercentage }} of its answers are SERVFAIL.",
      action: "See whether the servers that it forwards to answer, and whether it reaches the API server.",
    }),
    alert("CoreDnsIsSlow", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (instance, zone, le) (rate(coredns_dns_request_duration_seconds_bucket{${job}}[5m]))) > 2`,
      for: "15m",
      summary: "CoreDNS on {{ $labels.instance }} is slow",
      finding: "One of a hundred answers in the zone {{ $labels.zone }} takes {{ $value | humanizeDuration }} or longer.",
      action: "Look at its CPU limit, at the number of its pods, and at the latency of the servers that it forwards to.",
    }),
    alert("CoreDnsPanics", {
      severity: "warning",
      expr: `increase(coredns_panics_total{${job}}[10m]) > 0`,
      summary: "CoreDNS on {{ $labels.instance }} panicked",
      finding: "It met {{ $value | humanize }} errors that it was not made for.",
      action: "Its log names the plugin. Update CoreDNS, or take the plugin out of the Corefile.",
    }),
    alert("CoreDnsConfigurationIsBroken", {
      severity: "warning",
      expr: `increase(coredns_reload_failed_total{${job}}[10m]) > 0`,
      keepFiringFor: "30m",
      summary: "CoreDNS on {{ $labels.instance }} does not take its configuration",
      finding: "The Corefile was changed and cannot be read. The old one is still in use, until the next restart.",
      action: "Correct the ConfigMap coredns in kube-system; the log names the line.",
    }),
    alert("CoreDnsForwardsNowhere", {
      severity: "critical",
      expr: `sum by (instance) (rate(coredns_forward_healthcheck_broken_total{${job}}[5m])) > 0`,
      for: "10m",
      summary: "CoreDNS on {{ $labels.instance }} reaches none of the servers that it forwards to",
      finding: "Names outside of the cluster are not found.",
      action: "Check the servers in the Corefile, or in /etc/resolv.conf of the node, and the firewall for port 53.",
    }),
    alert("CoreDnsForwardsSlowly", {
      severity: "warning",
      expr: `histogram_quantile(0.99, sum by (to, le) (rate(coredns_proxy_request_duration_seconds_bucket{${job}, proxy_name="forward"}[5m]))) > 2`,
      for: "15m",
      summary: "The name server {{ $labels.to }} is slow",
      finding: "One of a hundred of its answers takes {{ $value | humanizeDuration }} or longer.",
      action: "Ask who runs it, or give CoreDNS another one in the Corefile.",
    }),
  ],
};

export const coreDnsRules: readonly RuleGroup[] = [group];
