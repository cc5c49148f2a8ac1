import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { run } from "./mocks";

const inShop = (name: string, labels: Readonly<Record<string, string>> = {}) => ({ name, namespace: "shop", labels });
const scrape = () =>
  new victoriametrics.VMServiceScrape("shop", {
    metadata: { name: "shop", namespace: "shop" },
    spec: { selector: { matchLabels: { app: "shop" } }, endpoints: [{ port: "metrics" }] },
  });
const service = (labels: Readonly<Record<string, string>>, port = "metrics", selector: pulumi.Input<string> = "shop") =>
  new kubernetes.core.v1.Service("shop", {
    metadata: inShop("shop", labels),
    spec: { selector: { app: selector }, ports: [{ name: port, port: 80, targetPort: "m" }] },
  });
const deployment = (port: pulumi.Input<string>) =>
  new kubernetes.apps.v1.Deployment("shop", {
    metadata: inShop("shop"),
    spec: {
      selector: { matchLabels: { app: "shop" } },
      template: {
        metadata: { labels: { app: "shop" } },
        spec: { containers: [{ name: "shop", image: "shop", ports: [{ name: port, containerPort: 9090 }] }] },
      },
    },
  });
const agent = (selectFrom: unknown[], spec: object = { selectAllByDefault: true }) =>
  new victoriametrics.VMAgent("main", {
    metadata: { namespace: "monitoring" },
    spec: { remoteWrite: [{ url: "http://db:8428/api/v1/write" }], ...spec },
    selectFrom: selectFrom as never,
  });

const warnings = async (program: () => unknown): Promise<readonly string[]> => (await run(() => void program())).warnings;

describe("early warnings of a component", () => {
  it("compare scrape objects with Services and workloads that are Pulumi resources", async () => {
    expect(await warnings(() => agent([scrape(), service({ app: "shop" }), deployment("m")]))).to.deep.equal([]);
    expect(await warnings(() => agent([scrape(), service({ app: "Shop" })]))).to.deep.equal([
      "VMServiceScrape/shop/shop spec.selector: has no targets: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)",
    ]);
    expect(await warnings(() => agent([scrape(), service({ app: "shop" }, "http")]))).to.deep.equal([
      'VMServiceScrape/shop/shop spec.endpoints[0].port: has no targets: the Service shop/shop has no port "metrics" (it has http)',
    ]);
    expect(await warnings(() => agent([scrape(), service({ app: "shop" }), deployment("other")]))).to.deep.equal([
      'VMServiceScrape/shop/shop spec.endpoints[0].port: has no targets: the Service shop/shop leads its port "metrics" to the port "m", which no pod has (the pods of the Deployment shop/shop have other)',
    ]);
  });

  it("come of a VMScrapeConfig that looks among them, too", async () => {
    const config = () =>
      new victoriametrics.VMScrapeConfig("shop", {
        metadata: { namespace: "monitoring" },
        spec: {
          kubernetesSDConfigs: [{ role: "pod", namespaces: { names: ["shop"] } }],
          relabelConfigs: [{ action: "keep", sourceLabels: ["__meta_kubernetes_pod_container_port_name"], regex: "metrics" }],
        },
      });
    expect(await warnings(() => agent([config(), deployment("metrics")]))).to.deep.equal([]);
    expect(await warnings(() => agent([config(), deployment("http")]))).to.deep.equal([
      'VMScrapeConfig/monitoring/shop spec.relabelConfigs[0].regex: has no targets: no pod has the port "metrics" (the pods of the Deployment shop/shop have http)',
    ]);
    expect(await warnings(() => agent([config(), deployment(pulumi.secret("http"))]))).to.deep.equal([]);
  });

  it("say nothing of quite another Service, for there may be more than selectFrom has", async () => {
    expect(await warnings(() => agent([scrape(), service({ app: "cart" }, "metrics", "cart")]))).to.deep.equal([]);
  });

  it("say nothing of what is secret or not known", async () => {
    const secret = pulumi.secret("other");
    expect(await warnings(() => agent([scrape(), service({ app: "shop" }), deployment(secret)]))).to.deep.equal([]);
    expect(await warnings(() => agent([scrape(), service({ app: "Shop" }, "metrics", secret)]))).to.deep.equal([
      "VMServiceScrape/shop/shop spec.selector: has no targets: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)",
    ]);
  });

  it("change nothing of what is made", async () => {
    const [quiet, warned] = await Promise.all(
      [{ app: "shop" }, { app: "Shop" }].map((labels) => run(() => void agent([scrape(), service(labels)]))),
    );
    const made = (one: typeof quiet) => one?.resources.filter(({ name }) => name.startsWith("main")).map((resource) => ({ ...resource }));
    expect(warned?.warnings).to.have.lengthOf(1);
    expect(made(warned)).to.deep.equal(made(quiet));
  });

  it("tell that a workload selects nothing of its selectFrom, and why", async () => {
    expect(await warnings(() => agent([scrape()], {}))).to.deep.equal([
      "spec.serviceScrapeSelector: selects nothing of selectFrom: VMServiceScrape/shop/shop: spec.serviceScrapeSelector and spec.serviceScrapeNamespaceSelector are not set, and spec.selectAllByDefault is not true",
    ]);
    const byTeam = { serviceScrapeSelector: { matchLabels: { team: "a" } }, serviceScrapeNamespaceSelector: {} };
    expect(await warnings(() => agent([scrape()], byTeam))).to.deep.equal([
      "spec.serviceScrapeSelector: selects nothing of selectFrom: VMServiceScrape/shop/shop: spec.serviceScrapeSelector asks for team=a, and the object has no label team",
    ]);
  });

  it("say nothing of selectors where something is selected, or nothing could be", async () => {
    const other = () => new victoriametrics.VMStaticScrape("static", { spec: { targetEndpoints: [{ targets: ["a:1"] }] } });
    expect(await warnings(() => agent([scrape(), other()], { serviceScrapeNamespaceSelector: {} }))).to.deep.equal([]);
    expect(await warnings(() => agent([scrape()], { ingestOnlyMode: true }))).to.deep.equal([]);
    expect(await warnings(() => agent([], {}))).to.deep.equal([]);
  });

  it("look at the objects of a ConfigGroup, too", async () => {
    const yaml =
      "apiVersion: v1\nkind: Service\nmetadata: {name: shop, namespace: shop, labels: {app: Shop}}\nspec: {selector: {app: shop}, ports: [{name: metrics, port: 80}]}";
    expect(await warnings(() => agent([scrape(), new victoriametrics.ConfigGroup("all", { yaml })]))).to.deep.equal([
      "VMServiceScrape/shop/shop spec.selector: has no targets: no Service in namespace shop has app=shop (the Service shop/shop has app=Shop)",
    ]);
  });

  it("come from a ConfigGroup too, with the place", async () => {
    const yaml = [
      "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMAgent\nmetadata: {name: main, namespace: mon}\nspec: {selectAllByDefault: true, remoteWrite: [{url: 'http://db'}]}",
      "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMServiceScrape\nmetadata: {name: shop, namespace: shop}\nspec:\n  selector: {matchLabels: {app: shop}}\n  endpoints: [{port: metrics}]",
      "apiVersion: v1\nkind: Service\nmetadata: {name: shop, namespace: shop, labels: {app: shop}}\nspec: {ports: [{name: http, port: 80}]}",
    ].join("\n---\n");
    expect(await warnings(() => new victoriametrics.ConfigGroup("all", { yaml }))).to.deep.equal([
      'yaml:11:16 VMServiceScrape/shop/shop spec.endpoints[0].port: has no targets: the Service shop/shop has no port "metrics" (it has http)',
    ]);
  });

  it("name components that are in no selectFrom when the program ends", async () => {
    const user = () => new victoriametrics.VMUser("reader", { metadata: { namespace: "shop" }, spec: { targetRefs: [] } as never });
    const rule = () => new victoriametrics.VMRule("rule", { spec: { groups: [{ name: "a", rules: [{ record: "a", expr: "up" }] }] } });
    const inNone = "is in no selectFrom, so that it has no effect: add it to the selectFrom of a";
    expect(await atTheEnd(() => void rule())).to.deep.equal([`${inNone} VMAlert or VMTeam`]);
    expect(await atTheEnd(() => void scrape())).to.deep.equal([`${inNone} VMAgent or VMSingle or VMTeam`]);
    expect(await atTheEnd(() => agent([scrape()]).urn)).to.deep.equal([]);
    expect(await atTheEnd(() => agent([scrape().manifest]).urn)).to.deep.equal([]);
    expect(await atTheEnd(() => scrape().manifest)).to.deep.equal([]);
    expect(await atTheEnd(() => void user())).to.deep.equal([]);
    const many = () =>
      Array.from({ length: 1003 }, (_, index) => new victoriametrics.VMServiceScrape(`s${index}`, { spec: { endpoints: [] } }));
    const one = `${inNone} VMAgent or VMSingle or VMTeam`;
    expect(await atTheEnd(() => void many())).to.deep.equal([one, one, one, `the same for 1,000 more components: ${one}`]);
  });

  it("name the objects of a ConfigGroup that is in no selectFrom and selects none itself when the program ends", async () => {
    const objects = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        apiVersion: "operator.victoriametrics.com/v1beta1",
        kind: "VMServiceScrape",
        metadata: { name: `shop-${index}`, namespace: "shop" },
        spec: { endpoints: [{ port: "metrics" }] },
      }));
    const group = (count: number) => new victoriametrics.ConfigGroup("all", { objs: objects(count) });
    const remedy = "no effect: add the group to the selectFrom of a VMAgent or VMSingle or VMTeam, or one of these to the group";
    expect(await atTheEnd(() => void group(1))).to.deep.equal([`its VMServiceScrape shop/shop-0 has ${remedy}`]);
    expect(await atTheEnd(() => void group(1200))).to.deep.equal([`its 1,200 VMServiceScrapes have ${remedy}`]);
    expect(await atTheEnd(() => agent([group(2)]).urn)).to.deep.equal([]);
  });

  it("are folded where a group has the same one of many objects", async () => {
    const meta = "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMServiceScrape\nmetadata: {namespace: shop, name:";
    const agents =
      "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMAgent\nmetadata: {name: main, namespace: mon}\nspec: {remoteWrite: [{url: 'http://db'}]}";
    const yaml = (count: number) =>
      [agents, ...Array.from({ length: count }, (_, index) => `${meta} s${1000 + index}}\nspec: {endpoints: [{port: metrics}]}`)].join(
        "\n---\n",
      );
    const why =
      "nothing selects it: VMAgent/mon/main: spec.serviceScrapeSelector and spec.serviceScrapeNamespaceSelector are not set, and spec.selectAllByDefault is not true";
    const warningsFor = (count: number) => warnings(() => new victoriametrics.ConfigGroup("all", { yaml: yaml(count) }));
    const lines = ["yaml:6:1", "yaml:11:1", "yaml:16:1"].map((place, index) => `${place} VMServiceScrape/shop/s${1000 + index} ${why}`);
    expect(await warningsFor(3)).to.deep.equal(lines);
    expect(await warningsFor(4)).to.deep.equal([...lines, `yaml:21:1 VMServiceScrape/shop/s1003 ${why}`]);
    expect(await warningsFor(1003)).to.deep.equal([...lines, `the same for 1,000 more objects: ${why}`]);
  });
});

/** The warnings that a program brings when it reports its end. */
const atTheEnd = async (program: () => pulumi.Output<unknown> | undefined): Promise<readonly string[]> => {
  const ended: string[] = [];
  const { warnings: found } = await run(async () => {
    const monitor = pulumi.runtime.getMonitor() as unknown as { signalAndWaitForShutdown: (request: object, answer: () => void) => void };
    monitor.signalAndWaitForShutdown = (_, answer) => answer();
    await (program() as unknown as { promise(): Promise<unknown> } | undefined)?.promise();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise<void>((resolve) => monitor.signalAndWaitForShutdown({}, resolve));
    ended.push("ended");
  });
  expect(ended).to.deep.equal(["ended"]);
  return found;
};
