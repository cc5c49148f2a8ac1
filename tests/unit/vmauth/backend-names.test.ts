import { expect } from "chai";
import { fromYaml, manifest } from "../from-yaml";

/** The message about the kind in a user's only target. */
const messageFor = async (kind: string): Promise<string> => {
  const spec = `{password: p, targetRefs: [{crd: {kind: ${kind}, name: a, namespace: ns}}]}`;
  const { issues } = await fromYaml(manifest("VMUser", "u", spec) + manifest("VMAuth", "a", "{selectAllByDefault: true}"));
  return issues.find(({ path }) => path === "spec.targetRefs[0].crd.kind")?.message ?? "";
};

describe("the kind in a target of a VMUser", () => {
  it("is a part of a cluster, if it is the cluster itself", async () => {
    expect(await messageFor("VMCluster")).to.equal(
      'expected "VMCluster/vminsert", "VMCluster/vmselect" or "VMCluster/vmstorage", got "VMCluster"',
    );
  });

  it("has a suggestion if it is like another", async () => {
    expect(await messageFor("VMSingel")).to.match(/^expected "VLAgent", .*, got "VMSingel"; did you mean VMSingle\?$/);
    expect(await messageFor("Deployment")).to.match(/^expected "VLAgent", .*, got "Deployment"$/);
  });
});
