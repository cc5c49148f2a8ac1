import * as kubernetes from "@pulumi/kubernetes";
import * as victoriametrics from "pulumi-victoriametrics";

/** The teams, with their namespaces and the bounds of their jobs. */
const teams = {
  shop: { namespaces: ["shop", "shop-staging"], jobs: 50, series: 100_000 },
  bank: { namespaces: ["bank"], jobs: 20, series: 20_000 },
};

const namespace = new kubernetes.core.v1.Namespace("monitoring", { metadata: { name: "monitoring" } }).metadata.name;
const metadata = { namespace };

const database = new victoriametrics.VMSingle("main", { metadata, spec: { retentionPeriod: "30d" } });
const alertmanager = new victoriametrics.VMAlertmanager("main", { metadata, spec: { replicaCount: 2, selectAllByDefault: true } });

// The only agent that knows the database. What a team's agent has in its pod, the team could read.
const gateway = new victoriametrics.VMAgent("main", {
  metadata,
  spec: { ingestOnlyMode: true, remoteWrite: [{ url: database.remoteWriteUrl }] },
});

for (const [name, { namespaces, jobs, series }] of Object.entries(teams)) {
  const account = new kubernetes.core.v1.ServiceAccount(`${name}-deployer`, { metadata: { name: `${name}-deployer`, namespace } });
  const team = {
    namespaces,
    labels: { team: name },
    deployers: [{ kind: "ServiceAccount" as const, name: account.metadata.name, namespace }],
    limits: { jobs, samplesPerScrape: 10_000 },
  };
  const agent = new victoriametrics.VMAgent(name, {
    metadata,
    spec: {
      remoteWrite: [{ url: gateway.remoteWriteUrl }],
      minScrapeInterval: "15s",
      extraArgs: { "remoteWrite.maxHourlySeries": String(series) },
    },
    team,
  });
  new victoriametrics.VMAlert(name, {
    metadata,
    spec: {
      datasource: { url: database.url },
      remoteRead: { url: database.url },
      // By way of the team's agent, so that results of recording rules get its labels, too.
      remoteWrite: { url: agent.url },
      notifiers: [{ url: alertmanager.url }],
    },
    team,
  });
}
