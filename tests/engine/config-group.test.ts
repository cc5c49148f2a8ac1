import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { unknownInPreview } from "./programs";
import { manifestOf, type Run, TestStack } from "./stack";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const agent = {
  apiVersion,
  kind: "VMAgent",
  metadata: { name: "main", namespace: "monitoring" },
  spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://vmsingle-main:8428/api/v1/write" }] },
};
const scrapeOf = (name: string) => ({
  apiVersion,
  kind: "VMServiceScrape",
  metadata: { name, namespace: "shop", managedFields: [{ manager: "kubectl" }], uid: "1" },
  spec: { endpoints: [{ port: "metrics", basicAuth: { password: { name: "credentials", key: "password" } } }] },
  status: { updateStatus: "operational" },
});
const credentials = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "credentials", namespace: "shop" },
  stringData: { password: "hunter2" },
};
const monitor = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "ServiceMonitor",
  metadata: { name: "legacy", namespace: "shop" },
  spec: { selector: {}, endpoints: [{ port: "http" }] },
};
const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "shop" },
  spec: {
    selector: { matchLabels: { app: "shop" } },
    template: { metadata: { labels: { app: "shop" } }, spec: { containers: [{ name: "shop", image: "shop:1" }] } },
  },
};
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
const manifests = [agent, scrapeOf("shop"), { apiVersion: "v1", kind: "List", items: [credentials, monitor] }, deployment, namespace];

const namesOf = (operations: Run["operations"], isWanted: (operation: string) => boolean): string[] =>
  Object.entries(operations)
    .filter(([, operation]) => isWanted(operation))
    .map(([name, operation]) => `${operation} ${name}`)
    .sort();
const isChange = (operation: string): boolean => operation !== "same";

type Json = Record<string, unknown>;

describe("a ConfigGroup", () => {
  let folder: string;
  let stack: TestStack;
  const write = (name: string, manifest: unknown): void => writeFileSync(join(folder, name), JSON.stringify(manifest));
  const open = async (program: () => unknown): Promise<TestStack> => {
    stack = await TestStack.create(async () => void program(), {
      config: { "kubernetes:enableSecretMutable": "true", "kubernetes:enableConfigMapMutable": "true" },
    });
    return stack;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "manifests-"));
    mkdirSync(join(folder, "teams"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    stack.remove();
  });

  it("of a folder comes up as it renders, stays the same, and changes by one manifest more in one thing", async () => {
    manifests.forEach((manifest, index) => {
      write(index === 0 ? "agent.yaml" : `teams/${index}.json`, manifest);
    });
    await open(() => new victoriametrics.ConfigGroup("all", { files: folder, namespace: "apps" }));
    succeeded(await stack.up());
    const state = await stack.state();
    const children = state.filter(({ type }) => type.startsWith("kubernetes:"));
    // Children of what becomes something: the scrape objects are no components.
    const isDerived = ({ parent = "" }: { parent?: string }): boolean => parent.includes("$victoriametrics:index:VM");
    const { objects } = await victoriametrics.render([agent, scrapeOf("shop"), credentials, monitor, namespace]);
    expect(children.filter(isDerived).map(({ inputs }) => manifestOf(inputs as Json))).to.have.deep.members(
      JSON.parse(JSON.stringify(objects)),
    );
    expect(
      children.filter((child) => !isDerived(child) && !child.type.startsWith("pulumi:")).map(({ urn }) => urn.split("::").at(-1)),
    ).to.have.members(["all-apps/v1-Deployment-apps/shop", "all-v1-Secret-shop/credentials", "all-v1-Namespace-shop"]);
    const components = state.filter(({ type }) => type.startsWith("victoriametrics:")).map(({ urn }) => urn.split("::").at(-1));
    expect(components).to.have.members([
      "all",
      "all-VMAgent-monitoring/main",
      "all-VMAgent-monitoring/main-vmagent-config",
      "all-VMServiceScrape",
    ]);
    const { inputs: held } = await stack.resource("victoriametrics:index:HeldResources", "all-VMServiceScrape");
    expect(held?.readable)
      .to.include("VMServiceScrape[shop/shop].spec.endpoints[metrics].basicAuth.password: {name: credentials, key: password}")
      .and.to.include("VMServiceScrape[shop/legacy].spec");
    expect((await stack.resource("victoriametrics:index:ConfigGroup", "all")).inputs ?? {}).to.deep.equal({});
    expect(stack.stateText()).not.to.include("hunter2");

    expect(namesOf(succeeded(await stack.preview()).operations, isChange)).to.deep.equal([]);

    write("teams/another.json", scrapeOf("another"));
    const changes = namesOf(succeeded(await stack.preview()).operations, isChange);
    expect(changes).to.deep.equal([
      "update kubernetes:core/v1:Secret::all-VMAgent-monitoring/main-vmagent-config",
      "update victoriametrics:index:GeneratedConfig::all-VMAgent-monitoring/main-vmagent-config",
      "update victoriametrics:index:HeldResources::all-VMServiceScrape",
    ]);
  });

  it("makes a component of each custom resource where it is told to, and goes from one way to the other with no object touched", async () => {
    const program = (components?: "all") => () =>
      void new victoriametrics.ConfigGroup("all", { objs: [agent, scrapeOf("shop"), credentials], components });
    await open(program("all"));
    succeeded(await stack.up());
    expect((await stack.resource("victoriametrics:index:VMServiceScrape", "all-VMServiceScrape-shop/shop")).parent).to.match(/::all$/);
    const kubernetesObjects = async () => (await stack.state()).filter(({ type }) => type.startsWith("kubernetes:")).map(({ urn }) => urn);
    const before = await kubernetesObjects();

    stack.program = async () => program()();
    const { operations } = succeeded(await stack.up());
    expect(namesOf(operations, isChange)).to.deep.equal([
      "create victoriametrics:index:HeldResources::all-VMServiceScrape",
      "delete victoriametrics:index:VMServiceScrape::all-VMServiceScrape-shop/shop",
    ]);
    expect(await kubernetesObjects()).to.have.members(before);
  });

  it("lets an object out by an alias, without a change", async () => {
    const single = { apiVersion, kind: "VMSingle", metadata: { name: "db", namespace: "monitoring" }, spec: { retentionPeriod: "7d" } };
    await open(() => new victoriametrics.ConfigGroup("all", { objs: [single] }));
    succeeded(await stack.up());
    const parent = (await stack.resource("victoriametrics:index:ConfigGroup", "all")).urn;
    stack.program = async () => {
      new victoriametrics.ConfigGroup("all", { objs: [] });
      const { metadata, spec } = single;
      const options: pulumi.ComponentResourceOptions = { aliases: [{ name: "all-VMSingle-monitoring/db", parent }] };
      new victoriametrics.VMSingle("db", { metadata, spec }, options);
    };
    expect(namesOf(succeeded(await stack.preview()).operations, isChange)).to.deep.equal([]);
  });

  it("names every problem of all its objects in one error", async () => {
    const invalid = { ...scrapeOf("invalid"), spec: { endpoints: [{ port: 5, unheardOf: true }] } };
    write("invalid.json", invalid);
    writeFileSync(join(folder, "broken.yaml"), "a: b: c");
    await open(
      () =>
        new victoriametrics.ConfigGroup("all", {
          files: [folder, join(folder, "*.none")],
          yaml: ["kind: Secret\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: 5}\n", "a: 1\n  b: 2\n---\n- [\n"],
          objs: [credentials, credentials, { kind: "Secret" }, { ...agent, spec: {} }],
          selectFrom: [{ kind: "Secret" }] as never,
          defaults: { nonsense: true } as never,
          onInvalid: "ignore" as never,
        }),
    );
    const { errors, output } = await stack.preview();
    const found = errors.filter((error) => error.startsWith("ConfigGroup all is not valid"));
    expect(found, output).to.have.length(1);
    for (const text of [
      /^ {2}\/.*broken\.yaml:1:4 Nested mappings/m,
      /^ {2}yaml\[0\]:1:1 apiVersion: is required/m,
      /^ {2}yaml\[0\]:1:1 metadata\.name: is required/m,
      /^ {2}yaml\[0\]:5:12 metadata\.name: is required: expected text$/m,
      /^ {2}yaml\[1\]:1:4 Nested mappings/m,
      /^ {2}yaml\[1\]:5:1 Flow sequence/m,
      /^ {2}selectFrom\[0\]\.apiVersion: is required/m,
      /^ {2}defaults\.nonsense: /m,
      /^ {2}onInvalid: expected a plain fail or skip$/m,
      /files\[1\] .*matches no file/,
      /objs\[2\] apiVersion: is required/,
      /^ {2}objs\[1\] Secret\/shop\/credentials is given more than once, first at objs\[0\]: remove all but one/m,
      /invalid\.json:1:\d+ VMServiceScrape\/shop\/invalid spec\.endpoints\[0\]\.unheardOf/,
      /^ {2}objs\[3\] VMAgent\/monitoring\/main spec\.remoteWrite/m,
    ]) {
      expect(found[0]).to.match(text);
    }
  });

  it("leaves out invalid objects where it is told to, but never what runs", async () => {
    const invalid = { ...scrapeOf("invalid"), spec: { endpoints: [{ unheardOf: true }] } };
    await open(() => new victoriametrics.ConfigGroup("all", { objs: [agent, invalid], onInvalid: "skip" }));
    const { operations, warnings } = succeeded(await stack.up());
    expect(Object.keys(operations).filter((name) => name.includes("VMServiceScrape"))).to.deep.equal([]);
    expect(warnings.join("\n")).to.match(/VMServiceScrape\/shop\/invalid .*unheardOf.*\(left out\)/);
    stack.program = async () => void new victoriametrics.ConfigGroup("all", { objs: [{ ...agent, spec: {} }], onInvalid: "skip" });
    expect((await stack.preview()).errors.join("\n")).to.include("VMAgent/monitoring/main spec.remoteWrite");
  });

  it("takes values that a preview does not know, generated passwords and what others are made of", async () => {
    const user = {
      apiVersion,
      kind: "VMUser",
      metadata: { name: "team" },
      spec: { generatePassword: true, targetRefs: [{ static: { url: "http://db" }, paths: ["/"] }] },
    };
    const auth = { apiVersion, kind: "VMAuth", metadata: { name: "main" }, spec: { selectAllByDefault: true } };
    await open(() => {
      const url = unknownInPreview("url", "http://db:8428/api/v1/write");
      const text = pulumi.secret(JSON.stringify(user));
      new victoriametrics.ConfigGroup("all", { objs: [{ ...agent, spec: { ...agent.spec, remoteWrite: [{ url }] } }, auth], yaml: text });
    });
    const { operations } = succeeded(await stack.preview());
    expect(Object.keys(operations)).to.include("kubernetes:apps/v1:Deployment::all-VMAgent-monitoring/main-vmagent-deployment");
    succeeded(await stack.up());
    const stash = await stack.resource("pulumi:index:Stash", "all-VMUser-default/team-vmuser-password");
    expect(stash.parent).to.match(/::all-VMUser-default\/team$/);
    const made = await stack.resource("kubernetes:apps/v1:Deployment", "all-VMAgent-monitoring/main-vmagent-deployment");
    expect(made.dependencies?.join("\n")).to.include("::url");
    expect(namesOf(succeeded(await stack.preview()).operations, isChange)).to.deep.equal([]);
  });

  it("reads what its objects refer to and it lacks from the cluster, for the component that needs it", async () => {
    await open(() => {
      const provider = new kubernetes.Provider("cluster", { kubeconfig: unknownInPreview("kubeconfig", "{}"), enableSecretMutable: true });
      new victoriametrics.ConfigGroup("all", { objs: [agent], selectFrom: [scrapeOf("outside")] }, { provider });
    });
    const { operations } = succeeded(await stack.preview());
    expect(Object.keys(operations)).to.include(
      "kubernetes:core/v1:Secret::all-VMAgent-monitoring/main-vmagent VMServiceScrape/shop/outside spec.endpoints[0].basicAuth.password",
    );
    expect(Object.keys(operations).filter((name) => name.includes("VMServiceScrape::"))).to.deep.equal([]);
  });

  it("waits for the namespace that its objects get, and registers their own Namespaces and definitions first", async () => {
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: "widgets.example.com" },
      spec: {
        group: "example.com",
        scope: "Cluster",
        names: { kind: "Widget", plural: "widgets" },
        versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
      },
    };
    const widget = { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "round" } };
    await open(() => {
      const space = new kubernetes.core.v1.Namespace("space", { metadata: { name: "apps" } });
      new victoriametrics.ConfigGroup("all", {
        objs: [widget, deployment, definition, namespace, scrapeOf("shop")],
        namespace: space.metadata.name,
        onInvalid: "skip",
      });
    });
    succeeded(await stack.up());
    const namesBefore = async (type: string, name: string): Promise<(string | undefined)[]> =>
      ((await stack.resource(type, name)).dependencies ?? []).map((urn) => urn.split("::").at(-1));
    const first = ["all-v1-Namespace-shop", "all-apiextensions.k8s.io/v1-CustomResourceDefinition-widgets.example.com"];
    expect(await namesBefore("kubernetes:apps/v1:Deployment", "all-apps/v1-Deployment-apps/shop")).to.include.members(["space", ...first]);
    expect(await namesBefore("kubernetes:example.com/v1:Widget", "all-example.com/v1-Widget-round")).to.include.members(first);
  });

  it("warns about objects that nothing selects", async () => {
    await open(() => new victoriametrics.ConfigGroup("all", { objs: [{ ...scrapeOf("alone"), spec: { endpoints: [{ port: "http" }] } }] }));
    expect(succeeded(await stack.preview()).warnings.join("\n")).to.match(
      /its VMServiceScrape shop\/alone has no effect: add the group to the selectFrom/,
    );
  });
});
