import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { unknownInPreview } from "../../engine/programs";
import { type Run, type RunOptions, run } from "./mocks";

const apiVersion = "operator.victoriametrics.com/v1beta1";
const of = (kind: string, name: string, spec: object, namespace = "apps") => ({ apiVersion, kind, metadata: { name, namespace }, spec });
const agent = of("VMAgent", "main", { selectAllByDefault: true, remoteWrite: [{ url: "http://db:8428/api/v1/write" }] });
const scrape = of("VMServiceScrape", "shop", { endpoints: [{ port: "metrics" }] });
const password = { name: "credentials", key: "password" };
const secured = of("VMServiceScrape", "secured", { endpoints: [{ port: "metrics", basicAuth: { password } }] });
const user = of("VMUser", "team", { generatePassword: true, targetRefs: [{ static: { url: "http://db" }, paths: ["/"] }] });
const credentials = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "credentials", namespace: "apps" },
  stringData: { password: "hunter2" },
};
const monitor = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "ServiceMonitor",
  metadata: { name: "legacy", namespace: "apps" },
  spec: { selector: {}, endpoints: [{ port: "http" }] },
};
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "apps" } };
const claim = (storage: string, storageClassName?: string) => ({
  ...(storageClassName && { storageClassName }),
  resources: { requests: { storage } },
});
const single = (name: string, storage: object) => of("VMSingle", name, { storage });
const stateful = (name: string, spec: object) =>
  of("VMAgent", name, {
    remoteWrite: [{ url: "http://db:8428/api/v1/write" }],
    statefulMode: true,
    statefulStorage: { volumeClaimTemplate: { spec } },
  });

const group = (objs: readonly unknown[], args: object = {}, options: RunOptions = {}): Promise<Run> =>
  run(() => new victoriametrics.ConfigGroup("all", { objs: objs as never, ...args }), options);
const text = ({ resource }: Run): string =>
  String(resource("GeneratedConfig", "all-VMAgent-apps/main-vmagent-config").inputs["vmagent.yaml"]);

describe("a ConfigGroup", () => {
  const scrapes = (names: readonly string[]) =>
    names.map((name) => `victoriametrics:index:VMServiceScrape all-VMServiceScrape-apps/${name}`);
  for (const [components, sentence, expected] of [
    [
      "needed",
      "makes components of workloads, and holds scrape objects, converted ones too, as text",
      ["victoriametrics:index:HeldResources all-VMServiceScrape"],
    ],
    ["all", "makes a component of each custom resource where it is told to", scrapes(["shop", "secured", "legacy"])],
  ] as const)
    it(sentence, async () => {
      const found = await group([agent, scrape, secured, credentials, monitor, namespace], { components });
      expect(found.errors).to.deep.equal([]);
      expect(found.resources.filter(({ parent }) => parent === "all").map(({ type, name }) => `${type} ${name}`)).to.have.members([
        "kubernetes:core/v1:Namespace all-v1-Namespace-apps",
        "kubernetes:core/v1:Secret all-v1-Secret-apps/credentials",
        "victoriametrics:index:VMAgent all-VMAgent-apps/main",
        ...expected,
      ]);
      for (const name of ["shop", "secured", "legacy"]) expect(text(found)).to.include(`serviceScrape/apps/${name}/0`);
      expect(JSON.stringify(found.resources.filter(({ type }) => type !== "kubernetes:core/v1:Secret"))).not.to.include("hunter2");
      expect(found.resource("Deployment", "all-VMAgent-apps/main-vmagent-deployment").dependencies).to.include("all-v1-Namespace-apps");
    });

  it("lists its custom resources", async () => {
    const { outputs } = await run(() => {
      const { customResources } = new victoriametrics.ConfigGroup("all", { objs: [agent, scrape, credentials] });
      return { customResources };
    });
    expect(outputs.customResources).to.have.members(["VMAgent/apps/main", "VMServiceScrape/apps/shop"]);
  });

  it("reads YAML, and gives its namespace to objects without one", async () => {
    const yaml = "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMSingle\nmetadata: {name: db}\n";
    const found = await group([], { yaml, namespace: "team" });
    expect(found.resource("Deployment", "all-VMSingle-team/db-vmsingle-deployment").inputs.metadata.namespace).to.equal("team");
  });

  it("generates passwords below the component of their user", async () => {
    const { resource, errors } = await group([user]);
    expect(errors).to.deep.equal([]);
    expect(resource("Stash", "all-VMUser-apps/team-vmuser-password").parent).to.equal("all-VMUser-apps/team");
  });

  it("reads missing objects in several rounds, each for the component that needs it", async () => {
    const selecting = {
      ...agent,
      spec: { ...agent.spec, serviceScrapeSelector: {}, serviceScrapeNamespaceSelector: { matchLabels: { team: "shop" } } },
    };
    const cluster = {
      "Namespace/apps": { metadata: { labels: { team: "shop" } } },
      "Secret/apps/credentials": { data: { password: "aHVudGVyMg==" } },
    };
    const found = await group([selecting, secured], {}, { cluster });
    expect(found.errors).to.deep.equal([]);
    expect(found.reads).to.deep.equal([
      "all-VMAgent-apps/main-vmagent spec.serviceScrapeNamespaceSelector apps",
      "all-VMAgent-apps/main-vmagent VMServiceScrape/apps/secured spec.endpoints[0].basicAuth.password",
    ]);
    expect(text(found)).to.include("serviceScrape/apps/secured/0").and.not.to.include("hunter2");
  });

  it("defers everything while an entry is unknown, with its place in a warning", async () => {
    const program = () => void new victoriametrics.ConfigGroup("all", { objs: [agent, unknownInPreview("later", scrape)] as never });
    const preview = await run(program, { preview: true });
    expect(preview.names()).to.have.members(["all", "later"]);
    expect(preview.warnings.join("\n")).to.match(/^ConfigGroup all is derived during the update: .*\(objs\[1\]\)/);
    expect(text(await run(program))).to.include("serviceScrape/apps/shop/0");
  });

  it("defers everything while a setting with structure is unknown", async () => {
    const program = () =>
      void new victoriametrics.ConfigGroup("all", {
        objs: [of("VMSingle", "db", {})],
        defaults: { enableTCP6: unknownInPreview("tcp6", true) } as never,
      });
    const preview = await run(program, { preview: true });
    expect(preview.names()).to.have.members(["all", "tcp6"]);
    expect(preview.warnings.join("\n")).to.include("defaults.enableTCP6");
    expect(JSON.stringify((await run(program)).resources)).to.include("-enableTCP6");
  });

  it("takes over what it registers, by force, where it is told to", async () => {
    const found = await group([of("VMSingle", "db", {}), credentials], { adopt: true });
    const children = found.resources.filter(({ type }) => type.startsWith("kubernetes:"));
    expect(children.map(({ inputs }) => inputs.metadata.annotations["pulumi.com/patchForce"])).to.deep.equal(children.map(() => "true"));
    expect(children).to.have.lengthOf.above(3);
  });

  it("keeps the namespace of a chart's object whose unknown kind is called Cluster, and takes it from cluster-scoped ones", async () => {
    const database = { apiVersion: "postgresql.cnpg.io/v1", kind: "Cluster", metadata: { name: "shop", namespace: "apps" }, spec: {} };
    const issuer = { apiVersion: "cert-manager.io/v1", kind: "ClusterIssuer", metadata: { name: "shop", namespace: "apps" }, spec: {} };
    const topology = {
      apiVersion: "cluster.x-k8s.io/v1beta1",
      kind: "ClusterClass",
      metadata: { name: "shop", namespace: "apps" },
      spec: {},
    };
    const found = await group([], { charts: [{ path: "shop", namespace: "apps" }] }, { charted: [database, issuer, topology] });
    expect(found.errors).to.deep.equal([]);
    const namespaceOf = (type: string, name: string): unknown => found.resource(type, name).inputs.metadata.namespace;
    expect(namespaceOf(":Cluster", "all-postgresql.cnpg.io/v1-Cluster-apps/shop")).to.equal("apps");
    expect(namespaceOf(":ClusterClass", "all-cluster.x-k8s.io/v1beta1-ClusterClass-apps/shop")).to.equal("apps");
    expect(namespaceOf(":ClusterIssuer", "all-cert-manager.io/v1-ClusterIssuer-shop")).to.equal(undefined);
  });
});

describe("a ConfigGroup with problems", () => {
  it("is one error with the problems of all objects by their places, and registers nothing", async () => {
    const found = await group([scrape, { ...agent, spec: {} }, of("VMSingle", "db", { retentionPeriod: pulumi.secret("hunter2") })]);
    expect(found.errors).to.have.lengthOf(1);
    expect(found.errors[0]).to.match(/^ConfigGroup all is not valid:\n/);
    expect(found.errors[0]).to.include("\n  objs[1] VMAgent/apps/main spec.remoteWrite");
    expect(found.errors[0]).to.include("\n  objs[2] VMSingle/apps/db spec.retentionPeriod: ").and.not.to.include("hunter2");
    expect(found.names()).to.deep.equal(["all"]);
  });

  it("refuses the same object given twice", async () => {
    const { errors, names } = await group([agent, scrape, agent]);
    expect(errors).to.have.lengthOf(1);
    expect(errors[0]).to.match(/^ {2}objs\[2\] VMAgent\/apps\/main is given more than once, first at objs\[0\]: remove all but one$/m);
    expect(names()).to.deep.equal(["all"]);
  });

  it("registers objects whose kinds are members of JavaScript's objects like all others", async () => {
    const odd = JSON.parse(
      '[{"apiVersion":"v1","kind":"__proto__","metadata":{"name":"a"}},{"apiVersion":"v1","kind":"constructor","metadata":{"name":"b"}}]',
    );
    const { errors, names } = await group(odd, { namespace: "apps" });
    expect(errors).to.deep.equal([]);
    expect(names()).to.have.members(["all", "all-v1-__proto__-apps/a", "all-v1-constructor-apps/b"]);
  });

  const failing: Readonly<Record<string, { before: object; after: object; message: RegExp }>> = {
    "whose storage class changed": {
      before: single("db", claim("10Gi", "slow")),
      after: single("db", claim("10Gi", "fast")),
      message:
        /^PersistentVolumeClaim apps\/vmsingle-db cannot change these fields in a cluster:\n {2}spec\.storageClassName: was "slow", is now "fast"/,
    },
    "whose claim templates shrink": {
      before: stateful("db", claim("10Gi")),
      after: stateful("db", claim("5Gi")),
      message: /^StatefulSet apps\/vmagent-db: the claims persistent-queue-data cannot shrink from 10Gi to 5Gi: set the size back/,
    },
  };
  for (const [state, { before, after, message }] of Object.entries(failing)) {
    it(`fails with a member ${state}: one error, and the other members are registered`, async () => {
      const others = [of("VMSingle", "other", {}), scrape];
      const first = await group([before, ...others]);
      expect(first.errors).to.deep.equal([]);
      const found = await group([after, ...others], {}, { before: first });
      expect(found.errors).to.have.lengthOf(1);
      expect(found.errors[0]).to.match(message);
      expect(found.names("HeldResources")).to.deep.equal(["all-VMServiceScrape"]);
      expect(found.names("Deployment")).to.include("all-VMSingle-apps/other-vmsingle-deployment");
      expect(found.names()).to.include("all-VMSingle-apps/other-vmsingle-service");
      expect((await group([after, ...others], {}, { before: first, preview: true })).errors).to.deep.equal(found.errors);
      const kept = await group([before, ...others], {}, { before: first });
      expect([kept.errors, kept.names()]).to.deep.equal([[], first.names()]);
    });
  }

  it("names the errors of all its failing members", async () => {
    const databases = (storageClass: string) => ["a", "b"].map((name) => single(name, claim("10Gi", storageClass)));
    const { errors } = await group(databases("fast"), {}, { before: await group(databases("slow")) });
    expect(errors).to.have.lengthOf(1);
    for (const name of ["a", "b"]) expect(errors[0]).to.include(`PersistentVolumeClaim apps/vmsingle-${name} cannot change`);
  });
});
