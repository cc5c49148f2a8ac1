import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const of = (kind: string, name: string, spec: Record<string, unknown>) => ({ apiVersion, kind, metadata: { name, namespace: "ns" }, spec });

const secret = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "login", namespace: "ns" },
  stringData: { user: "u", password: "hunter2" },
};
const login = { username: { name: "login", key: "user" }, password: { name: "login", key: "password" } };
const scrape = of("VMServiceScrape", "shop", { selector: {}, endpoints: [{ port: "metrics", basicAuth: login }] });
const rule = of("VMRule", "shop", { groups: [{ name: "g", rules: [{ alert: "Down", expr: "up == 0" }] }] });
const agent = of("VMAgent", "main", { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] });
const alert = of("VMAlert", "main", { selectAllByDefault: true, datasource: { url: "http://db" }, notifiers: [{ url: "http://am" }] });
const whole = [secret, scrape, rule, agent, alert];

/** The alias of something that leaves the group `all`. */
const fromGroup = (kind: string, name: string): pulumi.ComponentResourceOptions => ({
  aliases: [{ name: `all-${kind}-ns/${name}`, parent: "urn:pulumi:test::project::victoriametrics:index:ConfigGroup::all" }],
});

describe("moving between a group and components", () => {
  let stack: TestStack | undefined;
  let alias: (kind: string, name: string) => pulumi.ComponentResourceOptions = fromGroup;
  afterEach(() => stack?.remove());

  const { ConfigGroup, VMAgent, VMAlert, VMRule, VMServiceScrape } = victoriametrics;
  const group = (objs: unknown[], more: object = {}) => new ConfigGroup("all", { objs: objs as never, ...more });
  const without = (...left: unknown[]) => whole.filter((object) => !left.includes(object));
  const args = ({ metadata, spec }: { metadata: object; spec: object }) => ({ metadata, spec });

  const start = async () => {
    const config = { "kubernetes:enableSecretMutable": "true", "kubernetes:enableConfigMapMutable": "true" };
    stack = await TestStack.create(async () => void group(whole), { config });
    succeeded(await stack.up());
    const { urn: parent } = await stack.resource("victoriametrics:index:ConfigGroup", "all");
    alias = (kind, name) => ({ aliases: [{ name: `all-${kind}-ns/${name}`, parent }] });
    return stack;
  };
  /** The changes of Kubernetes objects and generated configuration with another program. */
  const changes = async (running: TestStack, program: () => void, apply = false): Promise<string[]> => {
    running.program = async () => program();
    const run = apply ? await running.up() : await running.preview();
    succeeded(run);
    return Object.entries(run.operations).flatMap(([name, operation]) =>
      operation === "same" || !/^kubernetes:|GeneratedConfig/.test(name) ? [] : [`${operation} ${name}`],
    );
  };

  it("a scrape object and a rule leave the group, which selects them from outside, and come back", async () => {
    const running = await start();
    const outside = () => {
      const shop = new VMServiceScrape("shop", args(scrape) as never, alias("VMServiceScrape", "shop"));
      const rules = new VMRule("rules", args(rule) as never, alias("VMRule", "shop"));
      group(without(scrape, rule), { selectFrom: [shop, rules] });
    };
    expect(await changes(running, outside)).to.deep.equal([]);
    expect(await changes(running, outside, true)).to.deep.equal([]);
    const { urn: shop } = await running.resource("victoriametrics:index:VMServiceScrape", "shop");
    expect(shop).to.include("VMServiceScrape::shop");
    expect(await changes(running, () => group(whole))).to.satisfy((list: string[]) =>
      list.every((change) => !/kubernetes:|GeneratedConfig/.test(change)),
    );
  });

  it("an agent and an alerting leave the group, which they select from, and come back", async () => {
    const running = await start();
    const outside = () => {
      const rest = group(without(agent, alert));
      const alerts = new VMAlert("main", { ...args(alert), selectFrom: [rest] } as never, alias("VMAlert", "main"));
      // The agent scrapes the VMAlert as well, which is not in the group any more.
      new VMAgent("main", { ...args(agent), selectFrom: [rest, alerts] } as never, alias("VMAgent", "main"));
    };
    expect(await changes(running, outside)).to.deep.equal([]);
    expect(await changes(running, outside, true)).to.deep.equal([]);
    expect(running.stateText()).not.to.include("hunter2");
    const isBack = /^all-(\w+)-ns\/main$/;
    const back = () =>
      new ConfigGroup(
        "all",
        { objs: whole as never },
        {
          transformations: [
            ({ name, props, opts }) =>
              isBack.test(name) ? { props, opts: { ...opts, aliases: [{ name: "main", parent: pulumi.rootStackResource }] } } : undefined,
          ],
        },
      );
    expect(await changes(running, back)).to.deep.equal([]);
    expect(await changes(running, back, true)).to.deep.equal([]);
  });

  it("by the alias alone a job is lost, which the preview shows", async () => {
    const running = await start();
    const lost = await changes(running, () => {
      new VMServiceScrape("shop", args(scrape) as never, alias("VMServiceScrape", "shop"));
      group(without(scrape));
    });
    expect(lost.join("\n")).to.match(/update kubernetes:core\/v1:Secret::all-VMAgent-ns\/main-vmagent-config/);
  });
});
