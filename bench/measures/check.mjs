import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { apiVersion, namespaceOf, withFolder } from "../manifests.mjs";
import { shortest } from "./command-line.mjs";

/** What 1,000 manifests may take, the start of the program included. */
const limit = { manifests: 1_000, seconds: 2 };

/** Of ten manifests two are rules, and the others scrape. */
const workloads = [
  {
    apiVersion,
    kind: "VMAgent",
    metadata: { name: "main", namespace: "monitoring" },
    spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428" }] },
  },
  {
    apiVersion,
    kind: "VMAlert",
    metadata: { name: "main", namespace: "monitoring" },
    spec: { selectAllByDefault: true, datasource: { url: "http://db:8428" }, notifier: { url: "http://alerts:9093" } },
  },
];

/** @param {number} index */
const scrape = (index) => ({
  apiVersion,
  kind: "VMServiceScrape",
  metadata: { name: `service-${index}`, namespace: namespaceOf(index), labels: { app: `service-${index}` } },
  spec: {
    selector: { matchLabels: { "app.kubernetes.io/name": `service-${index}` } },
    endpoints: [
      {
        port: "http",
        interval: "30s",
        relabelConfigs: [{ sourceLabels: ["__meta_kubernetes_pod_label_version"], targetLabel: "version" }],
        metricRelabelConfigs: [{ action: "drop", sourceLabels: ["__name__"], regex: "go_(gc|memstats)_.*" }],
      },
    ],
  },
});

/** @param {number} index */
const rule = (index) => ({
  apiVersion,
  kind: "VMRule",
  metadata: { name: `rules-${index}`, namespace: namespaceOf(index) },
  spec: {
    groups: [
      {
        name: "errors",
        rules: [
          { record: "job:errors:rate5m", expr: `sum(rate(http_errors_total{job="service-${index}"}[5m])) by (job)` },
          {
            alert: "HighErrors",
            expr: `job:errors:rate5m{job="service-${index}"} > 0.05`,
            for: "10m",
            labels: { severity: "critical" },
            annotations: { summary: "{{ $labels.job }} fails for {{ $value | humanizePercentage }} of its requests" },
          },
        ],
      },
    ],
  },
});

const manifests = [
  ...workloads,
  ...Array.from({ length: limit.manifests - workloads.length }, (_, index) => (index % 5 === 0 ? rule(index) : scrape(index))),
];

/** @param {string} folder */
function writeInto(folder) {
  for (const [index, manifest] of manifests.entries())
    writeFileSync(join(folder, `${String(index).padStart(4, "0")}.yaml`), stringify(manifest));
}

/**
 * How long the command line takes to check 1,000 manifests, to check one, and to say how it is called.
 *
 * @returns {Promise<import("../figures.mjs").Findings>}
 */
export async function check() {
  /** @param {string} title @param {readonly string[]} commandLine */
  const figure = (title, ...commandLine) => ({ title, value: shortest(commandLine), unit: /** @type {const} */ ("s") });
  return withFolder((folder) => {
    writeInto(folder);
    return {
      figures: [
        { ...figure("`check` of 1,000 manifests", "check", "-f", folder), limit: limit.seconds, isMain: true },
        figure("`check` of one manifest", "check", "-f", join(folder, "0000.yaml")),
        figure("`--help`", "--help"),
      ],
    };
  });
}
