import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import * as victoriametrics from "pulumi-victoriametrics";

const config = new pulumi.Config();

const namespaceOf = (name: string) => new kubernetes.core.v1.Namespace(name, { metadata: { name } }).metadata.name;
const monitoring = namespaceOf("monitoring");
const shop = namespaceOf("shop");
const billing = namespaceOf("billing");

// The database: 30 days of metrics on a claim that outlives the stack.
const database = new victoriametrics.VMSingle("main", {
  metadata: { namespace: monitoring },
  spec: {
    retentionPeriod: "30d",
    storage: { resources: { requests: { storage: "20Gi" } } },
  },
});

// What each team wants scraped. The team of the shop needs no more than a selector …
const shopScrape = new victoriametrics.VMServiceScrape("shop", {
  metadata: { namespace: shop },
  spec: {
    selector: { matchLabels: { app: "shop" } },
    endpoints: [{ port: "metrics" }],
  },
});

// … and the team of the billing asks for a password, which comes from the stack's configuration:
// pulumi config set --secret metricsPassword …
const credentials = new kubernetes.core.v1.Secret("billing-metrics", {
  metadata: { name: "billing-metrics", namespace: billing },
  stringData: { username: "vmagent", password: config.requireSecret("metricsPassword") },
});
const billingScrape = new victoriametrics.VMServiceScrape("billing", {
  metadata: { namespace: billing },
  spec: {
    selector: { matchLabels: { app: "billing" } },
    endpoints: [
      {
        port: "metrics",
        interval: config.get("billingInterval") ?? "30s",
        basicAuth: {
          username: { name: "billing-metrics", key: "username" },
          password: { name: "billing-metrics", key: "password" },
        },
      },
    ],
  },
});

// The agent scrapes everything that it is shown, the database and itself included, and writes to the database.
const agent = new victoriametrics.VMAgent("main", {
  metadata: { namespace: monitoring },
  spec: {
    selectAllByDefault: true,
    remoteWrite: [{ url: database.remoteWriteUrl }],
  },
  selectFrom: [database, shopScrape, billingScrape, credentials],
});

export const databaseUrl = database.url;
export const agentUrl = agent.url;
