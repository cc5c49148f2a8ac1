import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { run } from "./mocks";

const metadata = { namespace: "logs" };
const storage = { volumeClaimTemplate: { spec: { resources: { requests: { storage: "1Gi" } } } } };
const clusterSpec = { vlstorage: { replicaCount: 1, storage }, vlselect: { replicaCount: 1 }, vlinsert: { replicaCount: 1 } };
const remoteWrite = [{ url: "http://db:9428/insert/native" }];
const scraperSpec = { selectAllByDefault: true, disableSelfServiceScrape: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] };

describe("components for logs and traces", () => {
  it("are selected from: a scraper takes their self-scrapes, and users reach their parts", async () => {
    const found = await run(() => {
      const cluster = new victoriametrics.VLCluster("main", { metadata, spec: clusterSpec });
      const agent = new victoriametrics.VLAgent("nodes", { metadata, spec: { k8sCollector: { enabled: true }, remoteWrite } });
      const single = new victoriametrics.VTSingle("traces", { metadata });
      const traces = new victoriametrics.VTCluster("large", {
        metadata,
        spec: { storage: { replicaCount: 1 }, insert: { replicaCount: 1 } },
      });
      new victoriametrics.VMAgent("scraper", { metadata, spec: scraperSpec, selectFrom: [cluster, agent, single, traces] });
      const user = new victoriametrics.VMUser("writer", {
        metadata,
        spec: {
          username: "writer",
          password: "secret",
          targetRefs: [
            { crd: { kind: "VLCluster/vlinsert", name: "main", namespace: "logs" }, paths: ["/insert/.*"] },
            { crd: { kind: "VTCluster/vtinsert", name: "large", namespace: "logs" }, paths: ["/traces/.*"] },
            { crd: { kind: "VLAgent", name: "nodes", namespace: "logs" }, paths: ["/agent/.*"] },
            { crd: { kind: "VTSingle", name: "traces", namespace: "logs" }, paths: ["/select/.*"] },
          ],
        },
        selectFrom: [cluster, agent, single, traces],
      });
      new victoriametrics.VMAuth("gate", {
        metadata,
        spec: { selectAllByDefault: true },
        selectFrom: [cluster, agent, single, traces, user],
      });
      return {
        insert: cluster.vlinsertUrl,
        query: cluster.queryUrl,
        agent: agent.url,
        jaeger: single.jaegerUrl,
        traces: traces.openTelemetryUrl,
      };
    });
    expect(found.errors).to.deep.equal([]);
    const jobs = String(found.resource("GeneratedConfig", "scraper-vmagent-config").inputs["vmagent.yaml"]);
    expect([...new Set([...jobs.matchAll(/(?:service|pod)Scrape\/logs\/[\w-]+/g)].map(([job]) => job))]).to.have.members([
      "serviceScrape/logs/vlstorage-main",
      "serviceScrape/logs/vlselect-main",
      "serviceScrape/logs/vlinsert-main",
      "podScrape/logs/vlagent-nodes",
      "serviceScrape/logs/vtsingle-traces",
      "serviceScrape/logs/vtstorage-large",
      "serviceScrape/logs/vtinsert-large",
    ]);
    const routes = String(found.resource("GeneratedConfig", "gate-vmauth-config").inputs["config.yaml"]);
    for (const address of [
      "vlinsert-main.logs.svc:9481",
      "vtinsert-large.logs.svc:10481",
      "vlagent-nodes.logs.svc:9429",
      "vtsingle-traces.logs.svc:10428",
    ])
      expect(routes).to.contain(`http://${address}`);
    expect(found.outputs).to.deep.equal({
      insert: "http://vlinsert-main.logs.svc:9481",
      query: "http://vlselect-main.logs.svc:9471/select/logsql/query",
      agent: "http://vlagent-nodes.logs.svc:9429",
      jaeger: "http://vtsingle-traces.logs.svc:10428/select/jaeger",
      traces: "http://vtinsert-large.logs.svc:10481/insert/opentelemetry/v1/traces",
    });
  });

  it("give an alert on logs its address, and read the client's id from a Secret of the same program", async () => {
    const oauth2 = {
      tokenURL: "https://auth",
      clientIDSecret: { name: "oauth", key: "id" },
      clientSecret: { name: "oauth", key: "secret" },
    };
    const found = await run(() => {
      const secret = {
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "oauth", namespace: "logs" },
        stringData: { id: "planted", secret: "s" },
      };
      new victoriametrics.VLAgent("nodes", {
        metadata,
        spec: { remoteWrite: [{ url: "https://far/insert/native", oauth2 }] },
        selectFrom: [secret],
      });
      const cluster = new victoriametrics.VLCluster("main", { metadata, spec: clusterSpec });
      const rules = [{ alert: "Errors", expr: "error | stats count() errors | filter errors:>1" }];
      const rule = new victoriametrics.VMRule("shop", { metadata, spec: { groups: [{ name: "g", type: "vlogs", rules }] } });
      new victoriametrics.VMAlert("logs", {
        metadata,
        spec: { selectAllByDefault: true, datasource: { url: cluster.vlselectUrl }, notifier: { url: "http://am:9093" } },
        selectFrom: [rule],
      });
    });
    expect(found.errors).to.deep.equal([]);
    const args = (type: string, name: string): string[] => found.resource(type, name).inputs.spec.template.spec.containers[0].args;
    expect(args("Deployment", "logs-vmalert-deployment")).to.include("-datasource.url=http://vlselect-main.logs.svc:9471");
    expect(JSON.stringify(args("StatefulSet", "nodes-vlagent-stateful-set"))).to.contain("-remoteWrite.oauth2.clientID=planted");
  });

  it("keep their claims when the stack is destroyed", async () => {
    const found = await run(() => {
      new victoriametrics.VTSingle("traces", { metadata, spec: { storage: { resources: { requests: { storage: "1Gi" } } } } });
    });
    expect(found.resource("PersistentVolumeClaim", "traces-vtsingle-claim").retainOnDelete).to.equal(true);
  });

  it("are members of a ConfigGroup, each a component of its own", async () => {
    const apiVersion = "operator.victoriametrics.com/v1";
    const of = (kind: string, name: string, spec: object) => ({ apiVersion, kind, metadata: { name, ...metadata }, spec });
    const objs = [
      of("VLCluster", "main", clusterSpec),
      of("VLAgent", "nodes", { remoteWrite }),
      of("VTSingle", "traces", {}),
      of("VTCluster", "large", { storage: { replicaCount: 1 }, select: {} }),
      { ...of("VMAgent", "scraper", scraperSpec), apiVersion: `${apiVersion}beta1` },
    ];
    const found = await run(() => void new victoriametrics.ConfigGroup("all", { objs }));
    expect(found.errors).to.deep.equal([]);
    const members = found.resources.filter(({ parent, type }) => parent === "all" && type.startsWith("victoriametrics:"));
    expect(members.map(({ name }) => name)).to.include.members([
      "all-VLCluster-logs/main",
      "all-VLAgent-logs/nodes",
      "all-VTSingle-logs/traces",
      "all-VTCluster-logs/large",
    ]);
    const jobs = String(found.resource("GeneratedConfig", "all-VMAgent-logs/scraper-vmagent-config").inputs["vmagent.yaml"]);
    for (const job of ["serviceScrape/logs/vlselect-main", "podScrape/logs/vlagent-nodes", "serviceScrape/logs/vtselect-large"])
      expect(jobs).to.contain(job);
  });
});
