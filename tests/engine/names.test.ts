import * as kubernetes from "@pulumi/kubernetes";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { TestStack } from "./stack";

const { ConfigGroup, VMAgent, VMAlert, VMRule, VMServiceScrape } = victoriametrics;
const remoteWrite = [{ url: "http://db:8428/api/v1/write" }];
const namespace = "ns";
const agent = { metadata: { name: "main", namespace }, spec: { remoteWrite } };

describe("names in a program", () => {
  let stack: TestStack | undefined;
  afterEach(() => stack?.remove());
  const preview = async (program: () => unknown) => {
    const config = { "kubernetes:enableSecretMutable": "true", "kubernetes:enableConfigMapMutable": "true" };
    stack = await TestStack.create(async () => void program(), { config });
    return stack.preview();
  };

  it("are taken once: by components of one kind or of several, by groups, and by custom resources that become nothing", async () => {
    const scrape = { metadata: { name: "shop", namespace }, spec: { selector: {}, endpoints: [] } };
    const run = await preview(() => {
      new VMAgent("first", agent);
      new VMAgent("second", agent);
      const legacy = { useLegacyNaming: true };
      const alert = { datasource: { url: "http://db" }, notifiers: [{ url: "http://am" }], ...legacy };
      new VMAgent("legacy", { metadata: { name: "old", namespace }, spec: { remoteWrite, ...legacy } });
      new VMAlert("alerts", { metadata: { name: "old", namespace }, spec: alert });
      new VMServiceScrape("shop", scrape);
      const service = { apiVersion: "v1", kind: "Service", metadata: { name: "vmagent-main", namespace }, spec: { ports: [{ port: 1 }] } };
      new ConfigGroup("all", {
        objs: [{ apiVersion: "operator.victoriametrics.com/v1beta1", kind: "VMServiceScrape", ...scrape }, service],
      });
    });
    const said = run.errors.join("\n");
    expect(run.failed).to.equal(true);
    expect(said).to.match(/VMAgent ns\/main is not valid:\n {2}VMAgent ns\/main belongs to VMAgent ns\/main \((first|second)\) already/);
    expect(said).to.match(/Deployment ns\/old belongs to VM(Agent|Alert) ns\/old \((legacy|alerts)\) already/);
    expect(said).to.match(/VMServiceScrape ns\/shop belongs to (VMServiceScrape ns\/shop \(shop\)|ConfigGroup all) already/);
    expect(said).to.match(/Service ns\/vmagent-main belongs to/);
  });

  it("may be the same in two clusters, and of the same component given twice", async () => {
    const rule = { metadata: { name: "shop", namespace }, spec: { groups: [] } };
    const run = await preview(() => {
      for (const cluster of ["a", "b"]) {
        const provider = new kubernetes.Provider(cluster, {
          renderYamlToDirectory: `/tmp/${cluster}`,
          enableSecretMutable: true,
          enableConfigMapMutable: true,
        });
        const rules = new VMRule(`${cluster}-rules`, rule, { provider });
        const spec = { selectAllByDefault: true, datasource: { url: "http://db" }, notifiers: [{ url: "http://am" }] };
        new VMAlert(`${cluster}-alerts`, { metadata: { name: "main", namespace }, spec, selectFrom: [rules, [rules]] }, { provider });
      }
    });
    expect(run.errors, run.output).to.deep.equal([]);
  });

  it("are told apart in one selectFrom, where one of two objects would be lost", async () => {
    const scrape = (port: string) => {
      const spec = { selector: {}, podMetricsEndpoints: [{ port }] };
      return { apiVersion: "operator.victoriametrics.com/v1beta1", kind: "VMPodScrape", metadata: { name: "shop", namespace }, spec };
    };
    const run = await preview(() => new VMAgent("main", { ...agent, selectFrom: [scrape("a"), scrape("a"), [scrape("b")]] }));
    expect(run.errors.join("\n")).to.match(/selectFrom\[2\]\[0\]: VMPodScrape\/ns\/shop is given more than once, first at selectFrom\[0\]/);
    expect(run.errors.join("\n")).not.to.include("selectFrom[1]");
  });
});
