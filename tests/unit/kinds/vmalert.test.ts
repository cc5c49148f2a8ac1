import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { parse } from "yaml";
import { render } from "../../../provider/render";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const datasource = { url: "http://db:8428" };
const alert = (spec: object, annotations = {}) => ({
  apiVersion,
  kind: "VMAlert",
  metadata: { name: "main", namespace: "ns", annotations },
  spec: { datasource, ...spec },
});
const rule = (name: string, groups: object[]) => ({ apiVersion, kind: "VMRule", metadata: { name, namespace: "ns" }, spec: { groups } });
const group = (name: string, ...expressions: string[]) => ({
  name,
  rules: expressions.map((expr, index) => ({ record: `r${index}`, expr })),
});

const rendered = (...objects: object[]) => render(objects, { onInvalid: "skip" });

/** The pod of the VMAlert. */
async function podOf(...objects: object[]) {
  const { objects: derived } = await rendered(...objects);
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
  return (derived.find(({ kind }) => kind === "Deployment") as any).spec.template.spec;
}

const argumentsOf = async (...objects: object[]): Promise<string[]> => (await podOf(...objects)).containers[0].args;

/** The names of the groups in each rule file. */
async function filesOf(...objects: object[]): Promise<string[][]> {
  const { objects: derived } = await rendered(...objects);
  return derived.flatMap((object) => {
    const { "rules.yaml": compressed } = (object.binaryData ?? {}) as Record<string, string>;
    if (compressed === undefined) return [];
    const { groups } = parse(gunzipSync(Buffer.from(compressed, "base64")).toString("utf8")) as { groups: { name: string }[] };
    return [groups.map(({ name }) => name)];
  });
}

describe("VMAlert", () => {
  it("puts groups of the same name into different files, each into the first that has none", async () => {
    const rules = [
      rule("a", [group("x", "1"), group("y", "1")]),
      rule("b", [group("y", "1"), group("z", "1")]),
      rule("c", [group("y", "1")]),
    ];
    expect(await filesOf(alert({ selectAllByDefault: true }), ...rules)).to.deep.equal([["x", "y", "z"], ["y"], ["y"]]);
  });

  it("cuts files that are too large, and mounts each ConfigMap under its own number", async () => {
    const noise = (seed: number): string =>
      `metric_${[...Array(40).keys()].map((index) => (seed * 7919 + index * 104729) % 99991).join("_")}`;
    const groups = [...Array(40).keys()].map((index) => group(`g${index}`, noise(index)));
    const given = [alert({ selectAllByDefault: true }), rule("a", groups)];
    const { objects } = await render(given, { defaults: { configDataBudgetBytes: 600 } });
    const names = objects.filter(({ kind }) => kind === "ConfigMap").map(({ metadata }) => metadata.name);
    expect(names.length).to.be.greaterThan(11);
    // biome-ignore lint/suspicious/noExplicitAny: tests look deep into manifests
    const { volumes, containers } = (objects.find(({ kind }) => kind === "Deployment") as any).spec.template.spec;
    for (const name of names) {
      const number = name.replace("vm-main-rulefiles-", "");
      const volume = volumes.find((candidate: { configMap?: { name: string } }) => candidate.configMap?.name === name);
      expect(volume.name).to.equal(`rules-src-${number}`);
    }
    const [watched, targets] = ["--watched-dir=", "--target-dir="].map((start) =>
      containers[1].args.filter((argument: string) => argument.startsWith(start)).map((argument: string) => argument.split("/").at(-1)),
    );
    expect(watched).to.have.lengthOf(names.length).and.to.deep.equal(targets);
  });

  it("names the group that no ConfigMap has room for", async () => {
    const objects = [alert({ selectAllByDefault: true }), rule("a", [group("small", "1"), group("large", "x".repeat(99), "y".repeat(99))])];
    const { issues } = await render(objects, { onInvalid: "skip", defaults: { configDataBudgetBytes: 40 } });
    expect(issues.map(({ object, message }) => `${object} ${message}`).join("\n")).to.contain(
      "VMAlert/ns/main selects the group ns/a/large, which is larger",
    );
  });

  it("warns of an address for writing that vmalert would make longer, and of no other", async () => {
    const warned = async (url: string, extraArgs: object): Promise<string[]> =>
      (await render([alert({ remoteWrite: { url }, extraArgs })])).issues.flatMap(({ path, message }) =>
        path === "spec.remoteWrite.url" ? [message] : [],
      );
    const whole = "http://vminsert-main:8480/insert/0/prometheus/api/v1/write";
    expect((await warned(whole, {})).join()).to.contain("ends with /api/v1/write, which vmalert appends");
    expect(await warned(whole, { "remoteWrite.disablePathAppend": "true" })).to.deep.equal([]);
    expect(await warned("http://vmsingle-main:8428", {})).to.deep.equal([]);
  });

  it("gives the config-reloader as many targets as folders, however many ConfigMaps are watched", async () => {
    const spec = { selectAllByDefault: true, configMaps: ["templates"] };
    for (const rules of [[], [rule("a", [group("x", "1")])]]) {
      const { containers, initContainers } = await podOf(alert(spec), ...rules);
      for (const { args } of [containers[1], initContainers[0]]) {
        const count = (start: string): number => args.filter((argument: string) => argument.startsWith(start)).length;
        const targets = count("--target-dir=");
        expect(targets === 0 || targets === count("--watched-dir="), args.join("\n")).to.equal(true);
      }
    }
  });

  it("gives each notifier its own slot, and quotes what would end one", async () => {
    const secret = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s", namespace: "ns" },
      stringData: { user: 'a,"b"', token: "t" },
    };
    const notifiers = [
      { url: "http://a:9093" },
      {
        url: "http://b:9093",
        basicAuth: { username: { name: "s", key: "user" } },
        headers: ["X: 1,2", "Y: 3"],
        bearerTokenSecret: { name: "s", key: "token" },
        bearerTokenFile: "/loses",
        oauth2: { client_id: { secret: { name: "s", key: "token" } }, token_url: "http://t", scopes: ["one", "two"] },
      },
    ];
    const args = await argumentsOf(alert({ notifiers }), secret);
    expect(args.filter((argument) => argument.startsWith("-notifier."))).to.deep.equal([
      '-notifier.basicAuth.username="","a,\\"b\\""',
      "-notifier.bearerTokenFile=,/etc/vmalert/remote_secrets/ns_s_token",
      '-notifier.headers=,"X: 1,2^^Y: 3"',
      "-notifier.oauth2.clientID=,t",
      "-notifier.oauth2.scopes=,one;two",
      "-notifier.oauth2.tokenUrl=,http://t",
      "-notifier.url=http://a:9093,http://b:9093",
    ]);
  });

  it("finds the pods of VMAlertmanagers, which come last and without the credentials of others", async () => {
    const manager = (name: string, spec: object) => ({
      apiVersion,
      kind: "VMAlertmanager",
      metadata: { name, namespace: "am", labels: { team: name } },
      spec,
    });
    const managers = [
      manager("a", { replicaCount: 2 }),
      manager("b", { useLegacyNaming: true, port: "9" }),
      manager("none", { replicaCount: 0 }),
    ];
    const urlsWith = async (selector: object): Promise<string | undefined> => {
      const spec = { notifiers: [{ selector }], notifier: { url: "http://own", bearerTokenFile: "/token" } };
      const args = await argumentsOf(alert(spec), ...managers);
      return args.find((argument) => argument.startsWith("-notifier.url="))?.replace("-notifier.url=", "");
    };
    const [a1, a0, b0] = ["vmalertmanager-a-1.vmalertmanager-a", "vmalertmanager-a-0.vmalertmanager-a", "b-0.b"];
    expect(await urlsWith({})).to.equal(`http://own,http://${a1}.am.svc:9093,http://${a0}.am.svc:9093,http://${b0}.am.svc:9`);
    expect(await urlsWith({ labelSelector: { matchLabels: { team: "b" } } })).to.equal(`http://own,http://${b0}.am.svc:9`);
    expect(await urlsWith({ namespaceSelector: { matchNames: ["elsewhere"] } })).to.equal("http://own");
  });

  it("lets flags of the user replace derived ones, with one dash or two", async () => {
    const extraArgs = { "datasource.headers": "Mine: 1", rule: "a,b" };
    const args = await argumentsOf(
      alert({ datasource: { ...datasource, headers: ["A: 1"] }, rulePath: ["/r"], extraArgs, notifier: { url: "http://am" } }),
    );
    expect(args.filter((argument) => /headers|rule/.test(argument))).to.deep.equal(["-datasource.headers=Mine: 1", '-rule="a,b"']);
  });

  it("keeps only the rules up to date while it is paused", async () => {
    const { objects, customResources } = await rendered(alert({ paused: true, selectAllByDefault: true }), rule("a", [group("x", "1")]));
    expect([...objects, ...customResources].map(({ kind }) => kind)).to.deep.equal(["ConfigMap"]);
  });
});
