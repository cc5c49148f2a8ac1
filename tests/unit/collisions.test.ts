import { expect } from "chai";
import { type Manifest, render } from "../../provider/render";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const of = (kind: string, name: string, spec: object = {}, namespace = "ns"): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  spec,
});
const remoteWrite = [{ url: "http://db:8428/api/v1/write" }];
const agent = (name: string, spec: object = {}): Manifest => of("VMAgent", name, { remoteWrite, ...spec });
const given = (kind: string, name: string, more: object = {}): Manifest => {
  const { metadata, ...fields } = more as { metadata?: object };
  return { apiVersion: "v1", kind, metadata: { name, namespace: "ns", ...metadata }, ...fields };
};

/** What is said of objects that become each other: `object: message`. */
async function saidOf(...objects: Manifest[]): Promise<string[]> {
  const { issues } = await render(objects, { onInvalid: "skip" });
  return issues.filter(({ path }) => path === "metadata.name").map(({ object, message }) => `${object}: ${message.split(": ")[0]}`);
}

describe("objects of one name", () => {
  it("are an error of both custom resources that become them, with all objects at once", async () => {
    const legacy = { useLegacyNaming: true };
    const alert = of("VMAlert", "main", { ...legacy, datasource: { url: "http://db" }, notifiers: [{ url: "http://am" }] });
    const objects =
      "ServiceAccount ns/main, Service ns/main, Secret ns/main, Secret ns/tls-assets-main, Deployment ns/main and VMServiceScrape ns/main";
    const [first = "", second = "", ...others] = await saidOf(agent("main", legacy), alert);
    expect(first).to.match(/^VMAgent\/ns\/main: becomes .*Deployment ns\/main.*, and so does VMAlert\/ns\/main$/);
    expect(second).to.equal(`VMAlert/ns/main: becomes ${objects}, and so does VMAgent/ns/main`);
    expect(others).to.deep.equal([]);
  });

  it("may be those of a shard, of a further Service, and of a scrape object of the workload itself", async () => {
    expect((await saidOf(agent("edge", { shardCount: 2 }), agent("edge-1"))).length).to.equal(2);
    expect(await saidOf(agent("edge", { shardCount: 2 }), agent("edge-2"))).to.deep.equal([]);
    const further = { serviceSpec: { metadata: { name: "vmagent-b" }, spec: {} } };
    expect((await saidOf(agent("a", further), agent("b")))[0]).to.equal(
      "VMAgent/ns/a: becomes Service ns/vmagent-b, and so does VMAgent/ns/b",
    );
    const scrape = of("VMServiceScrape", "vmagent-a", { selector: {}, endpoints: [] });
    expect(await saidOf(agent("a"), scrape)).to.deep.equal(["VMAgent/ns/a: becomes VMServiceScrape ns/vmagent-a, which is given as well"]);
    const monitor = { ...scrape, apiVersion: "monitoring.coreos.com/v1", kind: "ServiceMonitor" };
    expect(await saidOf(agent("a"), monitor)).to.have.lengthOf(1);
  });

  it("may be given, in any version of their group, and in the namespace that they get without one", async () => {
    expect(await saidOf(agent("a"), given("Service", "vmagent-a"))).to.deep.equal([
      "VMAgent/ns/a: becomes Service ns/vmagent-a, which is given as well",
    ]);
    expect(await saidOf(agent("a"), given("Deployment", "vmagent-a", { apiVersion: "apps/v1beta1" }))).to.have.lengthOf(1);
    expect(await saidOf(agent("a"), given("Deployment", "vmagent-a", { apiVersion: "other.example/v1" }))).to.deep.equal([]);
    expect(await saidOf(agent("a"), given("Service", "vmagent-a", { metadata: { namespace: "other" } }))).to.deep.equal([]);
    const unplaced = of("VMSingle", "a", { retentionPeriod: "1" }, "default");
    expect(await saidOf(unplaced, given("Service", "vmsingle-a", { metadata: { namespace: undefined } }))).to.have.lengthOf(1);
  });

  it("may be given where an operator made them, or where a user's Secret holds what is generated", async () => {
    const ownerReferences = [{ apiVersion, kind: "VMAgent", name: "a", uid: "1" }];
    expect(await saidOf(agent("a"), given("Service", "vmagent-a", { metadata: { ownerReferences } }))).to.deep.equal([]);
    const user = of("VMUser", "u", { username: "u", generatePassword: true, targetRefs: [{ static: { url: "http://a" } }] });
    expect(await saidOf(of("VMAuth", "g", { selectAllByDefault: true }), user, given("Secret", "vmuser-u"))).to.deep.equal([]);
  });

  it("are no matter between namespaces", async () => {
    expect(await saidOf(agent("a"), { ...agent("a"), metadata: { name: "a", namespace: "other" } })).to.deep.equal([]);
  });
});
