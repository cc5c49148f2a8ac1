import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

const clusterOf = (replicationFactor: number) => async (): Promise<void> => {
  new victoriametrics.VMCluster("db", {
    metadata: { namespace: "monitoring" },
    spec: { replicationFactor, vmstorage: { replicaCount: 3 }, vmselect: { replicaCount: 2 }, vminsert: { replicaCount: 2 } },
  });
};

/** A cluster with some storage nodes, and a time-out of the user's for them. */
const clusterWith = (replicaCount: number) => async (): Promise<void> => {
  new victoriametrics.VMCluster("db", {
    metadata: { namespace: "monitoring" },
    spec: { vmstorage: { replicaCount }, vmselect: { replicaCount: 2 } },
    timeouts: { vmselect: "45m" },
  });
};

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? "";

describe("VMCluster in the engine", () => {
  it("puts storage up before vmselect, and that before vminsert; another replication factor changes arguments alone", async () => {
    const stack = await TestStack.create(clusterOf(1));
    try {
      succeeded(await stack.up());
      const needs = async (type: string, name: string): Promise<string[]> =>
        ((await stack.resource(`kubernetes:apps/v1:${type}`, name)).dependencies ?? []).map(nameOf);
      const [storage, select] = ["db-vmcluster-vmstorage-stateful-set", "db-vmcluster-vmselect-stateful-set"];
      expect(await needs("StatefulSet", select)).to.include(storage);
      expect(await needs("Deployment", "db-vmcluster-vminsert-deployment")).to.include.members([storage, select]);
      stack.program = clusterOf(2);
      const preview = await stack.preview();
      const changed = preview.events.flatMap(({ resourcePreEvent }) => {
        const { urn = "", detailedDiff } = resourcePreEvent?.metadata ?? {};
        return Object.keys(detailedDiff ?? {}).map((path) => `${nameOf(urn)} ${path.replace(/\.args\[.*/, ".args")}`);
      });
      expect(new Set(changed), preview.output).to.have.all.keys([
        `${storage} spec.template.spec.containers[0].args`,
        `${select} spec.template.spec.containers[0].args`,
        "db-vmcluster-vminsert-deployment spec.template.spec.containers[0].args",
      ]);
    } finally {
      stack.remove();
    }
  });

  it("warns in the preview when there are to be fewer storage nodes, and waits as long as it is told to", async () => {
    const stack = await TestStack.create(clusterWith(3));
    try {
      succeeded(await stack.up());
      const timeoutsOf = async (part: string) =>
        (await stack.resource("kubernetes:apps/v1:StatefulSet", `db-vmcluster-${part}-stateful-set`)).customTimeouts;
      expect((await timeoutsOf("vmselect"))?.create).to.equal(45 * 60);
      expect((await timeoutsOf("vmstorage"))?.create).to.equal(600 + 3 * 150);
      stack.program = clusterWith(4);
      const more = await stack.preview({ diff: true });
      expect(more.warnings.join()).not.to.include("pods");
      const added = more.output.split("\n").flatMap((line) => /^ +\+ (.*)/.exec(line)?.[1] ?? []);
      expect(added, more.output).to.include("containers[vmselect].args[-storageNode]: vmstorage-db-3.vmstorage-db.monitoring:8401");
      expect(added.join("\n")).not.to.match(/vmstorage-db-[012]/);
      expect(more.output)
        .to.include("spec.template.spec.containers[0].args[")
        .and.not.to.match(/\[\d+\]: "?-storageNode/);
      stack.program = clusterWith(2);
      const { warnings } = await stack.preview();
      expect(warnings.join()).to.match(/StatefulSet vmstorage-db goes from 3 to 2 pods: .*maintenanceInsertNodeIDs/);
    } finally {
      stack.remove();
    }
  });
});
