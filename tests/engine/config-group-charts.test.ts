import { join } from "node:path";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { unknownInPreview } from "./programs";
import { type Run, TestStack } from "./stack";

const path = join(__dirname, "charts", "shop");
const apiVersion = "operator.victoriametrics.com/v1beta1";
const metadata = { name: "main", namespace: "monitoring" };
const agent = { apiVersion, kind: "VMAgent", metadata, spec: { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428" }] } };
const alert = {
  apiVersion,
  kind: "VMAlert",
  metadata,
  spec: { selectAllByDefault: true, datasource: { url: "http://db:8428" }, notifier: { url: "http://alerts:9093" } },
};

const changes = ({ operations }: Run): string[] =>
  Object.entries(operations)
    .filter(([, operation]) => operation !== "same")
    .map(([name, operation]) => `${operation} ${name}`);

describe("a ConfigGroup with charts", () => {
  let stack: TestStack;
  const open = async (args: () => victoriametrics.ConfigGroupArgs): Promise<TestStack> => {
    stack = await TestStack.create(async () => void new victoriametrics.ConfigGroup("all", args()));
    return stack;
  };
  const configurations = async (): Promise<string> =>
    JSON.stringify(
      (await stack.state()).filter(({ type }) => type === "victoriametrics:index:GeneratedConfig").map(({ inputs }) => inputs),
    );
  afterEach(() => stack.remove());

  it("takes their monitors and rules into the world, and registers the rest without definitions of what it converts", async () => {
    await open(() => ({ objs: [agent, alert], charts: [{ path, namespace: "team", values: { absent: null } }], onInvalid: "skip" }));
    succeeded(await stack.up());
    const state = await stack.state();
    const names = state.filter(({ parent }) => parent?.endsWith("::all")).map(({ urn }) => urn.split("::").at(-1));
    expect(names).to.have.members([
      "all-VMAgent-monitoring/main",
      "all-VMAlert-monitoring/main",
      "all-VMRule",
      "all-VMServiceScrape",
      "all-apiextensions.k8s.io/v1-CustomResourceDefinition-widgets.example.com",
      "all-example.com/v1-Widget-shop",
      "all-v1-ConfigMap-team/shop",
      "all-v1-ConfigMap-team/shop-before",
    ]);
    expect(await configurations())
      .to.include("serviceScrape/team/shop/0")
      .and.include("ShopDown");
    const made = await stack.resource("kubernetes:core/v1:ConfigMap", "all-v1-ConfigMap-team/shop");
    expect(made.inputs?.data).to.deep.equal({ token: "" });
    const widget = await stack.resource("kubernetes:example.com/v1:Widget", "all-example.com/v1-Widget-shop");
    expect(widget.inputs?.metadata).to.not.have.property("namespace");
    expect(changes(succeeded(await stack.preview()))).to.deep.equal([]);
  });

  it("keeps what a secret value becomes a secret, and still derives from it", async () => {
    await open(() => ({ objs: [agent, alert], charts: [{ path, releaseName: "store", values: { token: pulumi.secret("hunter2") } }] }));
    succeeded(await stack.up());
    expect(await configurations()).to.include("serviceScrape/default/store/0");
    for (const text of ["hunter2", Buffer.from("hunter2").toString("base64")]) expect(stack.stateText()).not.to.include(text);
    expect(changes(succeeded(await stack.preview()))).to.deep.equal([]);
  });

  it("waits for values that a preview does not know, and names them", async () => {
    await open(() => ({ objs: [agent], charts: [{ path, values: { port: unknownInPreview("port", "web") } }], onInvalid: "skip" }));
    const { warnings } = succeeded(await stack.preview());
    expect(warnings.join("\n")).to.match(/ConfigGroup all is derived during the update: .*\(charts\[0\]\.values\.port\)/);
    succeeded(await stack.up());
    const config = await stack.resource("kubernetes:core/v1:ConfigMap", "all-v1-ConfigMap-default/shop");
    expect(config.dependencies?.join("\n")).to.include("::port");
  });

  it("is derived with a provider whose cluster a preview does not know", async () => {
    stack = await TestStack.create(async () => {
      const provider = new kubernetes.Provider("cluster", { kubeconfig: unknownInPreview("cluster", "{}"), enableSecretMutable: true });
      new victoriametrics.ConfigGroup("all", { objs: [agent], charts: [{ path, namespace: "team" }] }, { provider });
    });
    const { warnings } = succeeded(await stack.preview());
    expect(warnings.join("\n")).to.match(/charts\[0\]: the Kubernetes provider/);
  });

  it("names the problem of a chart, and no secret", async () => {
    await open(() => ({
      charts: [
        { path: join(path, "none") },
        { path, version: "1.0.0" },
        { path, value: {} } as object,
        {},
        { path, values: { port: "none", token: pulumi.secret("hunter2") } },
        { path, values: { port: "none" } },
      ],
    }));
    const { output } = await stack.preview();
    for (const text of [
      /charts\[0\] failed to load chart.*no such file/,
      /charts\[1\]\.version cannot be given next to path/,
      /charts\[2\]\.value is not a field here; did you mean values\?/,
      /charts\[3\] has no chart/,
      /charts\[4\] cannot be rendered/,
      /charts\[5\] .*no port for ""/,
    ])
      expect(output).to.match(text);
    expect(output).not.to.include("hunter2");
  });
});

describe("arguments of a ConfigGroup's objects", () => {
  let stack: TestStack;
  afterEach(() => stack.remove());

  it("are those of their components, and are checked as those are", async () => {
    let given: Record<string, Record<string, unknown>> = { "VMAgent/monitoring/main": { leastPrivilege: true } };
    stack = await TestStack.create(async () => void new victoriametrics.ConfigGroup("all", { objs: [agent], arguments: given }));
    succeeded(await stack.up());
    const rules = JSON.stringify((await stack.state()).filter(({ type }) => type.endsWith(":Role")).map(({ inputs }) => inputs?.rules));
    expect(rules).to.include("resourceNames");
    given = { "VMAgent/monitoring/main": { leastPrivileg: true }, "VMAgent/shop/main": {} };
    const { output } = await stack.preview();
    expect(output)
      .to.match(/VMAgent\/monitoring\/main leastPrivileg: is not a field here; did you mean leastPrivilege\?/)
      .and.match(/arguments VMAgent\/shop\/main: .*: expected VMAgent\/monitoring\/main/);
  });
});
