import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../../provider";
import { unknownInPreview } from "../../engine/programs";
import { type Run, run } from "./mocks";

const metadata = { namespace: "monitoring" };
const cluster = (name: string, vmstorage: object, options: pulumi.ComponentResourceOptions = {}) =>
  new victoriametrics.VMCluster(
    name,
    { metadata, spec: { retentionPeriod: "7d", vmstorage, vmselect: {}, vminsert: {} } as never },
    options,
  );
const storage = ({ resource }: Run) => resource("StatefulSet", "main-vmcluster-vmstorage-stateful-set");

describe("the time limit of a StatefulSet", () => {
  const seconds: Readonly<Record<string, { value: () => unknown; limit: string; policy: string; preview?: boolean }>> = {
    "grows with pods, their grace period and minReadySeconds": { value: () => 10, limit: "920s", policy: "OrderedReady" },
    "is a number without minReadySeconds": { value: () => undefined, limit: "900s", policy: "Parallel" },
    "is a number where minReadySeconds is zero": { value: () => 0, limit: "900s", policy: "Parallel" },
    "is a number where minReadySeconds is secret": { value: () => pulumi.secret(10), limit: "920s", policy: "OrderedReady" },
    "is a number where minReadySeconds is a secret zero": { value: () => pulumi.secret(0), limit: "900s", policy: "Parallel" },
    "is a number where minReadySeconds is unknown": {
      value: () => unknownInPreview("seconds", 10),
      limit: "900s",
      policy: "OrderedReady",
      preview: true,
    },
  };
  for (const [sentence, { value, limit, policy, preview }] of Object.entries(seconds)) {
    it(sentence, async () => {
      const found = await run(() => void cluster("main", { replicaCount: 2, minReadySeconds: value() }), { preview });
      expect(found.errors).to.deep.equal([]);
      expect(storage(found).timeout).to.equal(limit);
      expect(storage(found).inputs.spec.podManagementPolicy).to.equal(policy);
    });
  }

  it("is a number where a whole spec is secret", async () => {
    const spec = pulumi.secret({ retentionPeriod: "7d", vmstorage: { replicaCount: 2, minReadySeconds: 10 }, vmselect: {}, vminsert: {} });
    const found = await run(() => void new victoriametrics.VMCluster("main", { metadata, spec: spec as never }));
    expect([found.errors, storage(found).timeout]).to.deep.equal([[], "920s"]);
  });

  it("is the user's where it is given", async () => {
    const found = await run(() => void cluster("main", {}, { customTimeouts: { update: "7m" } }));
    expect(storage(found).timeout).to.equal("7m");
  });
});

describe("the claims of a StatefulSet", () => {
  const claim = (size: string) => ({ volumeClaimTemplate: { spec: { resources: { requests: { storage: size } } } } });
  const program =
    (size: string, more: object = {}) =>
    () =>
      void cluster("main", { replicaCount: 2, storage: claim(size), ...more });
  const patches = ({ resources }: Run) => resources.filter(({ type }) => type.endsWith(":PersistentVolumeClaimPatch"));
  const claims = (found: Run): string[] => patches(found).map(({ inputs }) => inputs.metadata.name);

  it("grow by a patch each, and stay when the StatefulSet goes", async () => {
    const before = await run(program("10Gi"));
    expect(claims(before)).to.deep.equal([]);
    const found = await run(program("20Gi"), { before });
    expect(found.errors).to.deep.equal([]);
    expect(claims(found)).to.deep.equal(["vmstorage-db-vmstorage-main-0", "vmstorage-db-vmstorage-main-1"]);
    for (const { inputs, retainOnDelete } of patches(found)) {
      expect(inputs.spec).to.deep.equal({ resources: { requests: { storage: "20Gi" } } });
      expect(retainOnDelete).to.equal(true);
    }
    expect(storage(found).ignoreChanges).to.include("spec.volumeClaimTemplates[0].spec.resources.requests.storage");
  });

  it("grow for all pods that an autoscaler runs, beyond the stated number", async () => {
    const scaled = { hpa: { minReplicas: 2, maxReplicas: 5 } };
    const before = await run(program("10Gi", scaled));
    const found = await run(program("20Gi", scaled), {
      before,
      live: { "StatefulSet/main-vmcluster-vmstorage-stateful-set": { replicas: 4 } },
    });
    expect(found.errors).to.deep.equal([]);
    expect(claims(found)).to.deep.equal([0, 1, 2, 3].map((ordinal) => `vmstorage-db-vmstorage-main-${ordinal}`));
  });

  it("grow for the stated number of pods where no autoscaler changes it", async () => {
    const before = await run(program("10Gi"));
    const found = await run(program("20Gi"), { before, live: { "StatefulSet/main-vmcluster-vmstorage-stateful-set": { replicas: 4 } } });
    expect(claims(found)).to.have.lengthOf(2);
  });

  it("cannot shrink", async () => {
    const { errors } = await run(program("5Gi"), { before: await run(program("10Gi")) });
    expect(errors).to.deep.equal([
      "StatefulSet monitoring/vmstorage-main: the claims vmstorage-db cannot shrink from 10Gi to 5Gi: set the size back, or move the data to a new resource",
    ]);
  });
});

describe("the hooks of a component", () => {
  class Team extends pulumi.ComponentResource {
    constructor(name: string) {
      super(`tests:index:${name}`, name, {}, {});
      const spec = { retentionPeriod: "7d", vmstorage: { replicaCount: 2 }, vmselect: {}, vminsert: {} };
      new victoriametrics.VMCluster("main", { metadata: { namespace: name }, spec }, { parent: this });
      this.registerOutputs({});
    }
  }

  it("have names of their own under different parents, even if the components have the same name", async () => {
    const found = await run(() => [new Team("shop"), new Team("bank")].length, { hasHooks: true });
    const names = found.resources.flatMap(({ hooks }) => hooks);
    expect(found.errors).to.deep.equal([]);
    expect(names.filter((name) => name.includes("vmstorage")).length).to.be.at.least(4);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).to.deep.equal([]);
  });
});
