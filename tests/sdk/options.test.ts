import * as kubernetes from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as inProcess from "../../provider";
import type { StateResource, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import { remote } from "./remote";
import { pluginStack } from "./stack";

type Components = Pick<typeof inProcess, "VMSingle" | "VMAgent" | "VMCluster">;

const ways: Readonly<Record<string, Components>> = { "in process": inProcess, "through the plugin": remote };

const deployment = (stack: TestStack): Promise<StateResource> => stack.resource("kubernetes:apps/v1:Deployment", "db-vmsingle-deployment");

async function comeUp(stack: TestStack): Promise<Readonly<Record<string, string>>> {
  const up = await stack.up();
  succeeded(up);
  return up.operations;
}

for (const [way, { VMSingle, VMCluster }] of Object.entries(ways)) {
  describe(`options of a component ${way}`, () => {
    /** A database with the options that the program gives it. */
    const database =
      (options: () => pulumi.ComponentResourceOptions, spec: object = {}) =>
      async () =>
        void new VMSingle("db", { metadata: { namespace: "monitoring" }, spec }, options());
    let stack: TestStack;
    beforeEach(async () => {
      stack = await pluginStack(database(() => ({})));
    });
    afterEach(() => stack.remove());

    it("protect, retainOnDelete, providers, transforms, dependsOn, customTimeouts and deletedWith reach the children", async () => {
      const folder = `${stack.folder}/other`;
      stack.program = async () => {
        const provider = new kubernetes.Provider("other", { renderYamlToDirectory: folder, namespace: "of-the-provider" });
        const before = new kubernetes.core.v1.ConfigMap("before", { metadata: { name: "before", namespace: "default" } });
        const label: pulumi.ResourceTransform = ({ type, props, opts }) =>
          type === "kubernetes:apps/v1:Deployment"
            ? { props: { ...props, metadata: { ...props.metadata, labels: { ...props.metadata.labels, team: "shop" } } }, opts }
            : undefined;
        const options: pulumi.ComponentResourceOptions = {
          protect: true,
          retainOnDelete: true,
          providers: { kubernetes: provider },
          transforms: [label],
          dependsOn: [before],
          customTimeouts: { create: "7m", delete: "9m" },
          deletedWith: before,
        };
        new VMSingle("db", { spec: {} }, options);
      };
      await comeUp(stack);
      const child = (await deployment(stack)) as StateResource & Readonly<Record<string, unknown>>;
      expect(child.protect).to.equal(true);
      expect(child.retainOnDelete).to.equal(true);
      expect(child.provider).to.include("::other::");
      expect(child.inputs?.metadata).to.deep.include({ namespace: "of-the-provider" }).and.to.have.nested.property("labels.team", "shop");
      // Children come after their component, and go before it.
      const component = await stack.resource("victoriametrics:index:VMSingle", "db");
      expect(component.dependencies?.some((urn) => urn.endsWith("ConfigMap::before"))).to.equal(true);
      expect(child.customTimeouts).to.deep.equal({ create: 420, delete: 540 });
      expect(child.deletedWith).to.match(/ConfigMap::before$/);
    });

    it("aliases take the children along when the component is called otherwise", async () => {
      await comeUp(stack);
      stack.program = async () =>
        void new VMSingle("renamed", { metadata: { name: "db", namespace: "monitoring" } }, { aliases: [{ name: "db" }] });
      const operations = Object.entries(await comeUp(stack)).filter(([resource]) => !resource.startsWith("pulumi:"));
      expect(operations.map(([, operation]) => operation))
        .to.include("same")
        .and.not.to.include.members(["create"]);
      expect(operations.filter(([, operation]) => !["same", "update"].includes(operation))).to.deep.equal([]);
    });

    it("ignoreChanges of a child's field, and of the number of pods, reach the children that have it", async () => {
      const image = "spec.template.spec.containers[0].image";
      const ignoring = (tag: string, replicaCount: number) =>
        database(() => ({ ignoreChanges: [image, "spec.replicaCount"] }), { image: { tag }, replicaCount, extraArgs: { tag } });
      stack.program = ignoring("v1.149.0", 1);
      await comeUp(stack);
      stack.program = ignoring("v1.150.0", 0);
      expect(await comeUp(stack)).to.include({ "kubernetes:apps/v1:Deployment::db-vmsingle-deployment": "update" });
      const text = JSON.stringify((await deployment(stack)).inputs);
      expect(text).to.include('victoria-metrics:v1.149.0"').and.to.include("-tag=v1.150.0").and.to.include('"replicas":1');
    });

    it("ignoreChanges of the number of pods of one part of a cluster leaves the others alone", async () => {
      const cluster = (replicaCount: number) => async () => {
        const spec = { retentionPeriod: "7d", vmstorage: { replicaCount }, vmselect: { replicaCount }, vminsert: { replicaCount } };
        new VMCluster("main", { spec }, { ignoreChanges: ["spec.vmselect.replicaCount"] });
      };
      stack.program = cluster(1);
      await comeUp(stack);
      stack.program = cluster(2);
      await comeUp(stack);
      const replicas = async (type: string, name: string): Promise<unknown> => {
        const { inputs } = await stack.resource(`kubernetes:apps/v1:${type}`, name);
        return (inputs?.spec as { replicas?: number } | undefined)?.replicas;
      };
      expect(await replicas("StatefulSet", "main-vmcluster-vmselect-stateful-set")).to.equal(1);
      expect(await replicas("Deployment", "main-vmcluster-vminsert-deployment")).to.equal(2);
      expect(await replicas("StatefulSet", "main-vmcluster-vmstorage-stateful-set")).to.equal(2);
    });
  });
}
