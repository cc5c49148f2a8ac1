import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "../../provider";

/** A value that a preview of its first run does not know. */
export function unknownInPreview<Value>(name: string, value: Value): pulumi.Output<Value> {
  return new kubernetes.core.v1.ConfigMap(name, { metadata: { name, namespace: "default" } }).id.apply(() => value);
}

export interface SmallStackOptions {
  readonly interval?: pulumi.Input<string>;
  readonly agent?: Record<string, unknown>;
  readonly single?: Record<string, unknown>;
  readonly scrapes?: victoriametrics.Selectable[];
}

/** A database, an agent and one scrape object: the least that has everything. */
export function smallStack({ interval = "30s", agent = {}, single = {}, scrapes = [] }: SmallStackOptions = {}) {
  const database = new victoriametrics.VMSingle("main", {
    metadata: { namespace: "monitoring" },
    spec: { retentionPeriod: "30d", ...single },
  });
  const shop = new victoriametrics.VMServiceScrape("shop", {
    metadata: { namespace: "shop" },
    spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics", interval }] },
  });
  const main = new victoriametrics.VMAgent("main", {
    metadata: { namespace: "monitoring" },
    spec: { selectAllByDefault: true, remoteWrite: [{ url: database.remoteWriteUrl }], ...agent },
    selectFrom: [database, shop, ...scrapes],
  });
  return { database, shop, agent: main };
}
