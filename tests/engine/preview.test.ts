import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { smallStack, unknownInPreview } from "./programs";
import { TestStack } from "./stack";

/** The resources of the small stack, beside the stack itself and its provider. */
const children = [
  "kubernetes:apps/v1:Deployment::main-vmagent-deployment",
  "kubernetes:apps/v1:Deployment::main-vmsingle-deployment",
  "kubernetes:core/v1:Service::main-vmsingle-service",
  "kubernetes:core/v1:Secret::main-vmagent-config",
  "kubernetes:core/v1:Secret::main-vmagent-tls-assets",
  "kubernetes:core/v1:Service::main-vmagent-service",
  "kubernetes:core/v1:ServiceAccount::main-vmagent-service-account",
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole::main-vmagent-cluster-role",
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding::main-vmagent-cluster-role-binding",
  "kubernetes:rbac.authorization.k8s.io/v1:Role::main-vmagent-role",
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::main-vmagent-role-binding",
  "victoriametrics:index:GeneratedConfig::main-vmagent-config",
  "victoriametrics:index:VMAgent::main",
  "victoriametrics:index:VMServiceScrape::shop",
  "victoriametrics:index:VMSingle::main",
];

/** The lines of texts that a difference takes away or adds. */
const changedLines = (output: string): string[] =>
  output.split("\n").flatMap((line) => (/^ *[-+] [\w.]+\S*: /.test(line) ? [line.trim()] : []));

/** The first block of code below a heading of README. */
const readmeBlock = (heading: string): string =>
  readFileSync("README.md", "utf8").split(`## ${heading}\n`)[1]?.split("```")[1] ?? `README has no block below ${heading}`;

/** The resources with a difference as printed, without the providers' lines; their order varies. */
const updatesOf = (output: string): string[] =>
  [...output.matchAll(/^ {4}~ .*: \(update\)\n(?: {6}.*(?:\n|$))*/gm)]
    .map(([resource]) => resource.replace(/^ *\[provider=.*\n/gm, "").trimEnd())
    .sort();

describe("preview and up", () => {
  let stack: TestStack;
  beforeEach(async () => {
    stack = await TestStack.create(async () => void smallStack());
  });
  afterEach(() => stack.remove());

  it("show all children in the first preview", async () => {
    const { operations, failed, output } = await stack.preview();
    succeeded({ failed, output });
    expect(Object.keys(operations)).to.include.members(children);
    expect(Object.values(operations)).to.satisfy((all: string[]) => all.every((operation) => operation === "create"));
  });

  it("leave everything unchanged when the same program runs twice, and take everything away at the end", async () => {
    succeeded(await stack.up());
    const second = await stack.up();
    expect(new Set(Object.values(second.operations))).to.deep.equal(new Set(["same"]));
    succeeded(await stack.destroy());
    expect(await stack.state()).to.deep.equal([]);
    expect(stack.manifests()).to.deep.equal({});
  });

  it("show a changed scrape interval as a difference of vmagent.yaml", async () => {
    await stack.up();
    stack.program = async () => void smallStack({ interval: "15s" });
    const { output, operations } = await stack.preview({ diff: true });
    expect(operations["victoriametrics:index:GeneratedConfig::main-vmagent-config"]).to.equal("update");
    expect(changedLines(output)).to.deep.equal([
      "- spec.endpoints[metrics].interval: 30s",
      "+ spec.endpoints[metrics].interval: 15s",
      "- scrape_configs[serviceScrape/shop/shop/0].scrape_interval: 30s",
      "+ scrape_configs[serviceScrape/shop/shop/0].scrape_interval: 15s",
    ]);
    expect(output).to.match(/~ vmagent\.yaml: *\n/);
    expect(operations["kubernetes:apps/v1:Deployment::main-vmagent-deployment"]).to.equal("same");
    expect(updatesOf(output)).to.deep.equal(updatesOf(readmeBlock("How a change looks")));
  });

  it("name the jobs, groups, receivers and users of configuration that is made, and say how many there are", async () => {
    stack.program = async () => {
      smallStack();
      const metadata = { namespace: "monitoring" };
      const { VMAlert, VMAlertmanager, VMAlertmanagerConfig, VMAuth, VMRule, VMUser } = victoriametrics;
      const rules = new VMRule("shop", {
        metadata,
        spec: {
          groups: [
            {
              name: "availability",
              rules: [
                { alert: "ShopDown", expr: "up == 0" },
                { record: "shop:up", expr: "sum(up)" },
              ],
            },
            { name: "load", rules: [{ alert: "ShopBusy", expr: "load > 9" }] },
          ],
        },
      });
      const spec = { route: { receiver: "chat" }, receivers: [{ name: "chat", webhook_configs: [{ url: "http://chat" }] }] };
      const team = new VMAlertmanagerConfig("team", { metadata, spec });
      const user = new VMUser("reader", {
        metadata,
        spec: { password: "hunter2", targetRefs: [{ static: { url: "http://db" }, paths: ["/"] }] },
      });
      const selectAllByDefault = true;
      new VMAlert("main", {
        metadata,
        spec: { selectAllByDefault, datasource: { url: "http://db" }, notifier: { url: "http://alerts" } },
        selectFrom: [rules],
      });
      new VMAlertmanager("main", { metadata, spec: { selectAllByDefault }, selectFrom: [team] });
      new VMAuth("main", { metadata, spec: { selectAllByDefault }, selectFrom: [user] });
    };
    const { failed, output } = await stack.preview({ diff: true });
    succeeded({ failed, output });
    const contents = output.split("\n").flatMap((line) => /^ *\[\d\]: "(\d+ \w+: .*)"$/.exec(line)?.[1] ?? []);
    expect(contents).to.have.members([
      "4 scrape_configs: serviceScrape/monitoring/vmagent-main/0, serviceScrape/monitoring/vmagent-main/1,",
      "2 groups: monitoring/shop/availability (2 rules), monitoring/shop/load (1 rule)",
      "2 receivers: blackhole, monitoring-team-chat",
      "1 users: VMUser/monitoring/reader",
    ]);
    expect(output).to.include("serviceScrape/monitoring/vmsingle-main/0, serviceScrape/shop/shop/0").and.not.to.include("hunter2");
  });

  it("show everything but the value where a leaf is unknown", async () => {
    stack.program = async () =>
      void smallStack({ interval: unknownInPreview("later", "45s"), single: { replicaCount: unknownInPreview("count", 1) } });
    const { operations, failed, output } = await stack.preview({ diff: true });
    succeeded({ failed, output });
    expect(Object.keys(operations)).to.include.members(children);
    expect(output).to.include("[unknown]");
    succeeded(await stack.up());
    const config = await stack.resource("victoriametrics:index:GeneratedConfig", "main-vmagent-config");
    expect(config.inputs?.["vmagent.yaml"]).to.include("scrape_interval: 45s");
  });

  it("keep what was there in a second preview with an unknown leaf", async () => {
    await stack.up();
    stack.program = async () => void smallStack({ interval: unknownInPreview("later", "45s") });
    const { operations, output } = await stack.preview();
    expect(Object.values(operations), output).not.to.include("delete");
    expect(Object.values(operations)).not.to.include("replace");
  });

  it("defer a derivation whose structure is unknown, with a warning that names the field", async () => {
    stack.program = async () => void smallStack({ single: { useStrictSecurity: unknownInPreview("later", true) } });
    const { operations, warnings, failed, output } = await stack.preview();
    succeeded({ failed, output });
    expect(warnings.join("\n")).to.match(/VMSingle main is derived during the update.*spec\.useStrictSecurity/s);
    expect(Object.keys(operations).filter((name) => name.includes("main-vmsingle-"))).to.deep.equal([]);
    const up = await stack.up();
    succeeded(up);
    expect(up.operations).to.have.property("kubernetes:apps/v1:Deployment::main-vmsingle-deployment", "create");
  });

  it("name all wrong fields in one error without a stack trace", async () => {
    stack.program = async () => {
      new victoriametrics.VMSingle("bad", { spec: { retentionPeriod: "30 days", replicaCount: "2", volume: [], port: "http" } as never });
    };
    const { errors, output, failed } = await stack.preview();
    expect(failed).to.equal(true);
    const own = errors.filter((error) => error.startsWith("VMSingle default/bad is not valid:") || error.startsWith("VMSingle bad"));
    expect(own).to.have.length(1);
    for (const path of ["spec.retentionPeriod", "spec.replicaCount", "spec.volume"]) expect(own[0]).to.include(`${path}: `);
    expect(output).not.to.match(/\n\s+at /);
  });
});
