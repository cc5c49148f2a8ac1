import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { unknownInPreview } from "../../engine/programs";
import { type Run, run } from "./mocks";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const inShop = (name: string) => ({ name, namespace: "shop" });
const scrapeSpec = { endpoints: [{ port: "metrics" }] };
const scrape = (name: string, spec: object = scrapeSpec) => ({ apiVersion, kind: "VMServiceScrape", metadata: inShop(name), spec });
const component = (name: string) => new victoriametrics.VMServiceScrape(name, { metadata: inShop(name), spec: scrapeSpec });
const password = { name: "credentials", key: "password" };
const secured = scrape("shop", { endpoints: [{ port: "metrics", basicAuth: { password } }] });

const agent = (selectFrom: unknown, more: object = {}, options: pulumi.ComponentResourceOptions = {}) =>
  new victoriametrics.VMAgent(
    "main",
    {
      metadata: { namespace: "monitoring" },
      spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] },
      selectFrom: selectFrom as never,
      ...more,
    },
    options,
  );

const text = ({ resource }: Run): string => String(resource("GeneratedConfig", "main-vmagent-config").inputs["vmagent.yaml"]);
const jobs = (found: Run): string[] => [...new Set(text(found).match(/serviceScrape\/shop\/[\w/-]+/g) ?? [])].sort();

describe("selectFrom", () => {
  const forms: Readonly<Record<string, () => unknown>> = {
    "a component": () => component("shop"),
    "the outputs of a component": () => {
      const { manifest, secrets } = component("shop");
      return { manifest, secrets };
    },
    "a manifest": () => scrape("shop"),
    "a manifest in an Output": () => pulumi.output(scrape("shop")),
    "a manifest in a secret": () => pulumi.secret(scrape("shop")),
    "nested lists": () => [[[scrape("shop")]], pulumi.output([[]])],
    "a promise of a list": () => Promise.resolve([scrape("shop")]),
    "a ServiceMonitor": () =>
      new kubernetes.apiextensions.CustomResource("monitor", {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "ServiceMonitor",
        metadata: inShop("shop"),
        spec: { selector: {}, ...scrapeSpec },
      } as never),
    "the same object twice": () => [scrape("shop"), scrape("shop")],
  };
  for (const [form, make] of Object.entries(forms)) {
    it(`takes ${form}`, async () => {
      const found = await run(() => void agent(make()));
      expect(found.errors).to.deep.equal([]);
      expect(jobs(found)).to.deep.equal(["serviceScrape/shop/shop/0"]);
    });
  }

  it("refuses two different objects of one name", async () => {
    const { errors } = await run(() => void agent([scrape("shop"), scrape("shop", { endpoints: [{ port: "http" }] })]));
    expect(errors).to.have.lengthOf(1);
    expect(errors[0]).to.match(/^ {2}selectFrom\[1\]: VMServiceScrape\/shop\/shop is given more than once, first at selectFrom\[0\]/m);
  });

  it("answers references with Secrets, whose values are shown nowhere", async () => {
    const found = await run(() => {
      const secret = new kubernetes.core.v1.Secret("credentials", {
        metadata: inShop("credentials"),
        stringData: { password: pulumi.secret("hunter2") },
      });
      agent([secured, secret]);
    });
    expect(found.errors).to.deep.equal([]);
    expect(text(found)).to.include("[secret]").and.not.to.include("hunter2");
    expect(found.resource("Secret", "main-vmagent-config").dependencies).to.include("credentials");
    expect(found.reads).to.deep.equal([]);
  });

  it("leaves out invalid objects with a warning where it is told to, and fails otherwise", async () => {
    const invalid = scrape("invalid", { unheardOf: true });
    const strict = await run(() => void agent([invalid, scrape("shop")]));
    expect(strict.errors.join("\n")).to.include("VMServiceScrape/shop/invalid spec.unheardOf: ");
    expect(strict.names()).to.deep.equal(["main"]);
    const lenient = await run(() => void agent([invalid, scrape("shop")], { onInvalid: "skip" }));
    expect([lenient.errors, jobs(lenient)]).to.deep.equal([[], ["serviceScrape/shop/shop/0"]]);
    expect(lenient.warnings.join("\n")).to.match(/VMServiceScrape\/shop\/invalid spec\.unheardOf: .* \(left out\)/);
  });

  it("defers the component while an entry is unknown", async () => {
    const program = () => void agent([unknownInPreview("later", scrape("shop"))]);
    const preview = await run(program, { preview: true });
    expect(preview.names()).to.have.members(["main", "later"]);
    expect(preview.warnings.join("\n")).to.match(/^VMAgent main is derived during the update: .*\(selectFrom\[0\]\)/);
    expect(jobs(await run(program))).to.deep.equal(["serviceScrape/shop/shop/0"]);
  });

  it("gives objects any labels and names, those of JavaScript's own members too", async () => {
    const labels = { team: "constructor", toString: "valueOf" };
    const rule = {
      apiVersion,
      kind: "VMRule",
      metadata: { ...inShop("constructor"), labels },
      spec: { groups: [{ name: "constructor", rules: [{ alert: "Down", expr: "up == 0" }] }] },
    };
    const found = await run(() => {
      const own = new victoriametrics.VMRule("own", { metadata: { ...inShop("own"), labels }, spec: rule.spec });
      new victoriametrics.VMAlert("main", {
        metadata: { namespace: "monitoring" },
        spec: {
          ruleSelector: { matchLabels: labels },
          ruleNamespaceSelector: {},
          datasource: { url: "http://db:8428" },
          notifier: { url: "http://alerts:9093" },
        },
        selectFrom: [rule, own, own.manifest],
      });
    });
    expect(found.errors).to.deep.equal([]);
    expect(found.names("GeneratedConfig")).to.deep.equal(["main-vmalert-rules-0", "main-vmalert-rules-1"]);
  });

  it("passes over a manifest whose kind is a member of JavaScript's objects", async () => {
    const odd = JSON.parse(
      '[{"apiVersion":"v1","kind":"__proto__","metadata":{"name":"a"}},{"apiVersion":"v1","kind":"constructor","metadata":{"name":"b"}}]',
    );
    const found = await run(() => void agent([...odd, scrape("shop")]));
    expect([found.errors, jobs(found)]).to.deep.equal([[], ["serviceScrape/shop/shop/0"]]);
  });
});

describe("objects that selectFrom lacks", () => {
  const credentials = { data: { password: "aHVudGVyMg==" } };
  const reference = "main-vmagent VMServiceScrape/shop/shop spec.endpoints[0].basicAuth.password";

  it("are read from the cluster under a name with object and field, as secrets", async () => {
    const found = await run(() => void agent([secured]), { cluster: { "Secret/shop/credentials": credentials } });
    expect([found.errors, found.reads]).to.deep.equal([[], [reference]]);
    expect(text(found)).to.include("[secret]").and.not.to.include("hunter2");
  });

  it("are read in several rounds: a Namespace whose labels are asked for, then a Secret of a selected object in it", async () => {
    const spec = {
      serviceScrapeSelector: {},
      serviceScrapeNamespaceSelector: { matchLabels: { team: "shop" } },
      remoteWrite: [{ url: "http://db:8428/api/v1/write" }],
    };
    const labelled = (team: string) => ({ metadata: { labels: { team } } });
    const program = () => void agent([secured], { spec });
    const cluster = { "Namespace/shop": labelled("shop"), "Namespace/monitoring": labelled("ops"), "Secret/shop/credentials": credentials };
    const namespaces = ["monitoring", "shop"].map((name) => `main-vmagent spec.serviceScrapeNamespaceSelector ${name}`);
    const found = await run(program, { cluster });
    expect(found.errors).to.deep.equal([]);
    expect(found.reads).to.deep.equal([...namespaces, reference]);
    expect(jobs(found)).to.deep.equal(["serviceScrape/shop/shop/0"]);

    const other = await run(program, { cluster: { ...cluster, "Namespace/shop": labelled("db") } });
    expect([other.errors, other.reads, jobs(other)]).to.deep.equal([[], namespaces, []]);
  });

  it("are an error where the component must not read, and where a provider only writes files", async () => {
    const missing = /^ {2}VMServiceScrape\/shop\/shop spec\.endpoints\[0\]\.basicAuth\.password: there is no Secret shop\/credentials/m;
    const forbidden = await run(() => void agent([secured], { readReferences: false }));
    const writing = await run(() => {
      const provider = new kubernetes.Provider("files", {
        renderYamlToDirectory: "/manifests",
        enableSecretMutable: true,
        enableConfigMapMutable: true,
      });
      agent([secured], {}, { provider });
    });
    for (const { errors, reads } of [forbidden, writing]) {
      expect(errors.join("\n")).to.match(missing);
      expect(reads).to.deep.equal([]);
    }
  });
});
