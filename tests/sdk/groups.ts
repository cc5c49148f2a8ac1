import { stringify } from "yaml";
import * as victoriametrics from "../../provider";

/** Manifests of a group: a database, a scrape object with a password, and the Secret with it. */
export function groupManifests({ interval = "30s", retentionPeriod = "30d" } = {}): string {
  const apiVersion = "operator.victoriametrics.com/v1beta1";
  const authorization = { credentials: { name: "shop", key: "password" } };
  return [
    { apiVersion, kind: "VMSingle", metadata: { name: "shop" }, spec: { retentionPeriod } },
    {
      apiVersion,
      kind: "VMServiceScrape",
      metadata: { name: "shop" },
      spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics", interval, authorization }] },
    },
    { apiVersion: "v1", kind: "Secret", metadata: { name: "shop" }, stringData: { password: "hunter2" } },
  ]
    .map((manifest) => stringify(manifest))
    .join("---\n");
}

/** Invalid in two members: one becomes a component of its own, the other is held by the group. */
export const brokenManifests = groupManifests({ interval: "soon", retentionPeriod: "30 days" });

const agentSpec = { selectAllByDefault: true, remoteWrite: [{ url: "http://database:8428/api/v1/write" }] };

/** The program of group.py, group.go and `groupYaml`. */
export async function group(): Promise<undefined> {
  const selected = new victoriametrics.ConfigGroup("group", { yaml: groupManifests(), namespace: "shop" });
  new victoriametrics.VMAgent("main", { metadata: { namespace: "monitoring" }, spec: agentSpec, selectFrom: [selected] });
}

/** The same as a project in YAML. */
export const groupYaml = (manifests: string): string =>
  stringify({
    name: "tests",
    runtime: "yaml",
    resources: {
      group: { type: "victoriametrics:ConfigGroup", properties: { yaml: manifests, namespace: "shop" } },
      main: {
        type: "victoriametrics:VMAgent",
        properties: { metadata: { namespace: "monitoring" }, spec: agentSpec, selectFrom: ["${group}"] },
      },
    },
    outputs: { url: "${main.url}" },
  });

/** The problems of the broken manifests as the engine prints them, below the title of the error. */
export const brokenLines = [
  'yaml:6:3 VMSingle/shop/shop spec.retentionPeriod: expected a number of months such as 12, or a number with h, d, w or y such as 30d, got "30 days"',
  "yaml:18:7 VMServiceScrape/shop/shop spec.endpoints[0].interval: is not a duration: expected one such as 30s, 1m30s or 500ms",
];
