import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { unknownInPreview } from "../../engine/programs";
import { run } from "./mocks";

const metadata = { namespace: "monitoring" };
const remoteWrite = [{ url: "http://db:8428/api/v1/write" }];
const claim = { resources: { requests: { storage: "10Gi" } } };
const scaled = { hpa: { minReplicas: 2, maxReplicas: 5 }, replicaCount: 2 };
const cluster = (vmselect: object) => ({ retentionPeriod: "7d", vmstorage: {}, vminsert: {}, vmselect });

describe("a component", () => {
  it("calls its children after itself, its kind and their role", async () => {
    const found = await run(() => void new victoriametrics.VMSingle("db", { metadata, spec: { retentionPeriod: "30d", storage: claim } }));
    expect(found.names()).to.deep.equal([
      "db",
      "db-vmsingle-claim-immutable",
      "db-vmsingle-service-account",
      "db-vmsingle-claim",
      "db-vmsingle-service",
      "db-vmsingle-deployment",
    ]);
    expect(new Set(found.resources.slice(1).map(({ parent }) => parent))).to.deep.equal(new Set(["db"]));
    expect([found.errors, found.warnings]).to.deep.equal([[], []]);
  });

  it("takes its own name where the metadata has none, and the namespace of the stack's configuration", async () => {
    const program = () => void new victoriametrics.VMSingle("db", {});
    const named = async (config = {}) => (await run(program, { config })).resource("Deployment", "db-vmsingle-deployment").inputs.metadata;
    expect(await named()).to.include({ name: "vmsingle-db", namespace: "default" });
    expect(await named({ "kubernetes:namespace": "apps" })).to.include({ name: "vmsingle-db", namespace: "apps" });
  });

  it("lets workloads wait for the needs of their pods and for the resources behind its inputs, not for Services", async () => {
    const found = await run(() => {
      const image = { tag: unknownInPreview("tag", "v1.150.0") };
      new victoriametrics.VMAgent("main", { metadata, spec: { remoteWrite, image } });
    });
    expect(found.resource("Deployment", "main-vmagent-deployment").dependencies).to.have.members([
      "tag",
      "main-vmagent-service-account",
      "main-vmagent-cluster-role",
      "main-vmagent-cluster-role-binding",
      "main-vmagent-role",
      "main-vmagent-role-binding",
      "main-vmagent-config",
      "main-vmagent-tls-assets",
    ]);
    expect(found.resource("Service", "main-vmagent-service").dependencies).to.deep.equal(["tag"]);
  });

  it("knows its URLs, name and namespace in the first preview", async () => {
    const program = () => {
      const { url, remoteWriteUrl, name, namespace } = new victoriametrics.VMSingle("db", { metadata });
      return { url, remoteWriteUrl, name, namespace };
    };
    expect((await run(program, { preview: true })).outputs).to.deep.equal({
      url: "http://vmsingle-db.monitoring.svc:8429",
      remoteWriteUrl: "http://vmsingle-db.monitoring.svc:8429/api/v1/write",
      name: "db",
      namespace: "monitoring",
    });
  });

  it("exports secrets apart from its manifest, which has markers in place of them", async () => {
    const { outputs, resource } = await run(() => {
      const spec = { username: "team", password: "hunter2", targetRefs: [{ static: { url: "http://db" }, paths: ["/"] }] };
      const { manifest, secrets } = new victoriametrics.VMUser("team", { metadata, spec });
      return { manifest, secrets };
    });
    const marker = outputs.manifest.spec.password;
    expect(JSON.stringify(outputs.manifest)).not.to.include("hunter2");
    expect(outputs.secrets).to.deep.equal({ secret: { [marker]: "hunter2" } });
    expect(JSON.stringify(resource("VMUser", "team").inputs.readable)).not.to.include("hunter2");
  });

  it("makes the data of a ConfigMap secret where a GeneratedConfig shows it as text", async () => {
    const { resource } = await run(() => {
      const inlineRelabelConfig = [{ action: "labeldrop" as const, regex: "pod_.*" }];
      new victoriametrics.VMAgent("main", { metadata, spec: { remoteWrite, inlineRelabelConfig } });
    });
    const { data } = resource("ConfigMap", "main-vmagent-relabeling").inputs;
    expect(Object.values(data)).to.have.lengthOf(1);
    for (const value of Object.values(data)) expect(value).to.have.keys(["secret"]);
    expect(JSON.stringify(resource("GeneratedConfig", "main-vmagent-relabeling").inputs)).to.include("labeldrop");
  });

  it("registers everything in a preview that does not know a leaf", async () => {
    const program = () =>
      void new victoriametrics.VMAgent("main", { metadata, spec: { remoteWrite: [{ url: unknownInPreview("url", "http://db") }] } });
    const [preview, update] = [await run(program, { preview: true }), await run(program)];
    expect(preview.names()).to.deep.equal(update.names());
    const argument = ({ resource }: typeof preview): string =>
      JSON.stringify(resource("Deployment", "main-vmagent-deployment").inputs.spec.template.spec.containers);
    expect(argument(update)).to.include("-remoteWrite.url=http://db");
    expect(argument(preview)).to.include("[unknown]").and.not.to.include("http://db");
  });

  it("takes over objects of the cluster by force, and leaves the number of pods to an autoscaler", async () => {
    const found = await run(() => void new victoriametrics.VMCluster("main", { metadata, spec: cluster(scaled) as never, adopt: true }));
    const children = found.resources.filter(({ type }) => type.startsWith("kubernetes:"));
    expect(children).to.have.lengthOf.above(5);
    for (const { inputs } of children) expect(inputs.metadata.annotations).to.include({ "pulumi.com/patchForce": "true" });
    expect(found.resource("StatefulSet", "main-vmcluster-vmselect-stateful-set").inputs.spec).not.to.have.property("replicas");
    expect(found.resource("StatefulSet", "main-vmcluster-vmstorage-stateful-set").inputs.spec).to.have.property("replicas");
  });

  it("forces nothing and states the number of pods where it does not take over", async () => {
    const found = await run(() => void new victoriametrics.VMCluster("main", { metadata, spec: cluster(scaled) as never }));
    expect(JSON.stringify(found.resources)).not.to.include("patchForce");
    expect(found.resource("StatefulSet", "main-vmcluster-vmselect-stateful-set").inputs.spec.replicas).to.equal(2);
  });

  it("ignores all changes of its children while it is paused", async () => {
    const found = await run(() => void new victoriametrics.VMSingle("db", { metadata, spec: { paused: true } }));
    const children = found.resources.filter(({ type }) => type.startsWith("kubernetes:"));
    expect(children.map(({ ignoreChanges }) => ignoreChanges)).to.deep.equal(children.map(() => ["*"]));
    expect(children).not.to.deep.equal([]);
  });
});

describe("unknown structure in a preview", () => {
  it("leaves out the children with a warning that names the field; the update registers them", async () => {
    const program = () =>
      void new victoriametrics.VMAgent("main", { metadata, spec: { remoteWrite: unknownInPreview("targets", remoteWrite) as never } });
    const preview = await run(program, { preview: true });
    expect(preview.names()).to.have.members(["main", "targets"]);
    expect(preview.warnings).to.have.lengthOf(1);
    expect(preview.warnings[0]).to.match(/^VMAgent main is derived during the update: .*\(spec\.remoteWrite\)/);
    expect(preview.errors).to.deep.equal([]);
    expect((await run(program)).names("Deployment")).to.deep.equal(["main-vmagent-deployment"]);
  });

  it("may be a setting: the other settings are not dropped without a word", async () => {
    const program = () => {
      const defaults = { enableTCP6: unknownInPreview("tcp6", true), metricsVersion: "v1.149.0" };
      new victoriametrics.VMSingle("db", { metadata, defaults: defaults as never });
    };
    const preview = await run(program, { preview: true });
    expect(preview.names()).to.have.members(["db", "tcp6"]);
    expect(preview.warnings.join("\n")).to.match(/^VMSingle db is derived during the update: .*\(defaults\.enableTCP6\)/);
    const [container] = (await run(program)).resource("Deployment", "db-vmsingle-deployment").inputs.spec.template.spec.containers;
    expect(container.image).to.match(/:v1\.149\.0$/);
    expect(container.args).to.include("-enableTCP6");
  });
});

describe("a failed component", () => {
  const invalid = { retentionPeriod: "soon", replicaCount: "two" } as never;

  it("is one error with all its problems, and has no children", async () => {
    const found = await run(() => void new victoriametrics.VMSingle("db", { metadata, spec: invalid }));
    expect(found.errors).to.have.lengthOf(1);
    expect(found.errors[0]).to.match(
      /^VMSingle monitoring\/db is not valid:\n {2}spec\.\w+: expected .*, got "(soon|two)"\n {2}spec\.\w+: expected .*, got "(soon|two)"$/,
    );
    expect(found.names()).to.deep.equal(["db"]);
  });

  for (const preview of [true, false]) {
    it(`adds no errors of its users in ${preview ? "a preview" : "an update"}, and does not stop other components`, async () => {
      const program = () => {
        const database = new victoriametrics.VMSingle("db", { metadata, spec: invalid });
        new victoriametrics.VMAgent("user", { metadata, spec: { remoteWrite: [{ url: database.remoteWriteUrl }] } });
        new victoriametrics.VMAgent("selector", { metadata, spec: { remoteWrite }, selectFrom: [database] });
        new victoriametrics.VMSingle("other", { metadata });
      };
      const found = await run(program, { preview });
      expect(found.errors).to.have.lengthOf(1);
      expect(found.errors[0]).to.match(/^VMSingle monitoring\/db is not valid/);
      expect(found.names("Deployment")).to.include("other-vmsingle-deployment").and.not.to.include("selector-vmagent-deployment");
    });
  }

  it("reports wrong switches, arguments and settings together, and no value of a secret", async () => {
    const found = await run(
      () =>
        void new victoriametrics.VMSingle("db", {
          metadata,
          spec: { retentionPeriod: pulumi.secret("hunter2") },
          onInvalid: "ignore" as never,
          defaults: { metricsVersion: 5 } as never,
        }),
      { config: { "victoriametrics:enableTCP6": "{" } },
    );
    const [error = ""] = found.errors;
    for (const path of ["spec.retentionPeriod", "onInvalid", "defaults.metricsVersion", "configuration victoriametrics:enableTCP6"])
      expect(error).to.include(`  ${path}: `);
    expect(error).not.to.include("hunter2");
  });

  it("may be the second one with the name of an object", async () => {
    const found = await run(() => {
      for (const name of ["one", "two"]) new victoriametrics.VMSingle(name, { metadata: { ...metadata, name: "db" } });
    });
    expect(found.errors).to.have.lengthOf(1);
    expect(found.errors[0]).to.match(/VMSingle monitoring\/db.* belongs to VMSingle monitoring\/db \((one|two)\) already/);
    expect(found.names("Deployment")).to.have.lengthOf(1);
  });

  it("is no second one in the next run of the process, although the engine may have the same address by chance", async () => {
    for (const name of ["one", "two"]) {
      const found = await run(() => new victoriametrics.VMSingle(name, { metadata: { ...metadata, name: "db" } }), {
        address: "127.0.0.1:1234",
      });
      expect(found.errors).to.deep.equal([]);
    }
  });
});
