import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ruleGroups } from "../../../examples/k8s-stack/rules";
import { type Named, named } from "../names";
import type { Stack } from "./stack";

const checkout = join(__dirname, "..", "..", "..");

/** The example's configuration, and edits of its sources. */
interface Settings {
  readonly configuration: Record<string, string>;
  readonly edits: { readonly file: string; readonly from: string; readonly to: string }[];
}

const scrapes = [
  "kubelet",
  "cadvisor",
  "kubelet-probes",
  "kubelet-resource",
  "apiserver",
  "node-exporter",
  "kube-state-metrics",
  "grafana",
];
const controlPlane = ["kube-controller-manager", "kube-scheduler", "etcd", "kube-proxy"] as const;

const names = (): Named[] => [
  ...[...scrapes, ...controlPlane, "coredns"].map((name) => named("job", `monitoring/${name}`)),
  ...Object.values(ruleGroups(controlPlane))
    .flat()
    .map(({ name }) => named("group", name)),
  ...["nobody", "slack", "heartbeat"].map((name) => named("receiver", name)),
  ...["reader", "writer"].map((name) => named("user", name)),
];

const edit =
  (file: string, from: string, to: string) =>
  ({ edits }: Settings): void =>
    void edits.push({ file, from, to });

/** examples/k8s-stack: changes of its configuration and of its sources. */
export const k8sStack: Stack<Settings> = {
  name: "k8s-stack",
  settings: () => ({
    configuration: {
      storage: "cluster",
      retention: "30d",
      volumeSize: "50Gi",
      scrapeInterval: "30s",
      slackChannel: "#alerts",
      clusterName: "kubernetes",
    },
    edits: [],
  }),
  configuration: ({ configuration }) => ({
    project: "k8s-stack",
    plain: configuration,
    secret: {
      grafanaPassword: "not-a-real-password",
      slackWebhook: "https://hooks.example.com/services/1",
      heartbeatWebhook: "https://heartbeat.example.com/1",
    },
  }),
  program: ({ edits }, folder) => {
    const copy = copyExample(folder);
    for (const { file, from, to } of edits) replaceIn(join(copy, file), from, to);
    return async () => loadAnew(copy);
  },
  names,
  changes: [
    {
      name: "the scrape interval of all jobs",
      edit: ({ configuration }) => {
        configuration.scrapeInterval = "60s";
      },
    },
    {
      name: "the retention",
      edit: ({ configuration }) => {
        configuration.retention = "60d";
      },
    },
    {
      name: "the size of volumes",
      edit: ({ configuration }) => {
        configuration.volumeSize = "100Gi";
      },
    },
    {
      name: "the channel of the chat",
      edit: ({ configuration }) => {
        configuration.slackChannel = "#incidents";
      },
      shows: ["slack"],
    },
    {
      name: "the name of the cluster",
      edit: ({ configuration }) => {
        configuration.clusterName = "production";
      },
    },
    {
      name: "the threshold of an alert on nodes",
      edit: edit("rules/nodes.ts", "node:cpu_iowait:ratio > 0.3", "node:cpu_iowait:ratio > 0.4"),
      shows: ["nodes"],
    },
    {
      name: "a metric more that is dropped from cAdvisor",
      edit: edit("cluster-scrapes.ts", "container_(tasks_state|", "container_(tasks_state|fs_io_time_seconds_total|"),
      shows: ["monitoring/cadvisor"],
    },
    {
      name: "a path of the user that reads",
      edit: edit("access.ts", '["/vmui", "/vmui/.*", ', '["/vmui", "/vmui/.*", "/graph", '),
      shows: ["reader"],
    },
    {
      name: "the interval of an inhibited alert's repetition",
      edit: edit("alerting.ts", 'repeat_interval: "12h"', 'repeat_interval: "6h"'),
    },
  ],
};

/** The example in a folder of its own, with this checkout's sources instead of the package. */
function copyExample(folder: string): string {
  const copy = join(folder, "program");
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(checkout, "examples", "k8s-stack"), copy, { recursive: true, filter: (source) => !source.includes("node_modules") });
  const modules = join(copy, "node_modules");
  const ownPackage = join(modules, "pulumi-victoriametrics");
  mkdirSync(ownPackage, { recursive: true });
  writeFileSync(join(ownPackage, "index.js"), `module.exports = require(${JSON.stringify(join(checkout, "provider", "index.ts"))});\n`);
  symlinkSync(join(checkout, "node_modules", "@pulumi"), join(modules, "@pulumi"), "junction");
  return copy;
}

function replaceIn(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

/** Runs the program's modules again, which the last preview has left in the cache. */
function loadAnew(copy: string): Record<string, unknown> {
  const load = createRequire(__filename);
  for (const file of Object.keys(load.cache))
    if (file.startsWith(join(copy, "/")) && !file.includes("node_modules")) delete load.cache[file];
  return load(join(copy, "index.ts")) as Record<string, unknown>;
}
