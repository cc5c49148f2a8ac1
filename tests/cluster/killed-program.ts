import * as pulumi from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import * as victoriametrics from "../../provider";

/** How far a stack has come that is killed on its way. */
export interface Stage {
  readonly namespace: string;
  /** Size of the claims. */
  readonly size: string;
  /** Configuration and arguments as they are after an update, which also makes a user. */
  readonly isUpdated: boolean;
}

const claim = (storage: string) => ({ resources: { requests: { storage } } });
const url = (namespace: string): string => `http://vmsingle-main.${namespace}.svc:8428`;

/** One of each of the objects that a cluster is particular about: claims, StatefulSets with templates of claims, generated passwords, roles. */
export const program =
  ({ namespace, size, isUpdated }: Stage): PulumiFn =>
  async () => {
    const metadata = { namespace };
    const user = (name: string) =>
      new victoriametrics.VMUser(name, {
        metadata,
        spec: { generatePassword: true, targetRefs: [{ static: { url: url(namespace) }, paths: ["/.*"] }] },
      });
    const users = [user("reader"), ...(isUpdated ? [user("writer")] : [])];
    const database = new victoriametrics.VMSingle("main", { metadata, spec: { retentionPeriod: "1", storage: claim(size) } });
    new victoriametrics.VMCluster("big", {
      metadata,
      spec: {
        retentionPeriod: isUpdated ? "2" : "1",
        vmstorage: { replicaCount: 2, storage: { volumeClaimTemplate: { spec: claim(size) } } },
        vmselect: { replicaCount: 1 },
        vminsert: { replicaCount: 1 },
      },
    });
    const scrape = new victoriametrics.VMServiceScrape("shop", {
      metadata,
      spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics", interval: isUpdated ? "15s" : "30s" }] },
    });
    new victoriametrics.VMAgent("main", {
      metadata,
      spec: {
        statefulMode: true,
        statefulStorage: { volumeClaimTemplate: { spec: claim(size) } },
        remoteWriteSettings: { maxDiskUsagePerURL: "500MB" },
        selectAllByDefault: true,
        remoteWrite: [{ url: database.remoteWriteUrl }],
      },
      selectFrom: [database, scrape],
    });
    new victoriametrics.VMAuth("main", { metadata, spec: { selectAllByDefault: true }, selectFrom: users });
    new victoriametrics.ConfigGroup("beside", {
      namespace,
      objs: [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "beside" }, data: { isUpdated: String(isUpdated) } }],
    });
    return { database: pulumi.output(database.url) };
  };

/** Takes over what an operator made of custom resources. */
export const adopting =
  (objs: readonly unknown[]): PulumiFn =>
  async () =>
    void new victoriametrics.ConfigGroup("all", { objs: [...objs], adopt: true });
