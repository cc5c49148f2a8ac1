import { expect } from "chai";
import { nodeUser } from "../../tools/local-cluster/objects.mjs";
import type { Cluster, LiveObject } from "./cluster";
import { sharedCluster } from "./shared";

const namespace = "simulated-node";
const name = "once";

/** A pod without a workload: nothing makes it again. */
const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace },
  spec: { containers: [{ name: "main", image: "main:1" }] },
};

describe("the simulated node", () => {
  let cluster: Cluster;
  const pods = (): LiveObject[] => cluster.objects("pods", namespace);

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }, pod]);
    await cluster.until("the pod runs", () => pods()[0]?.status?.phase === "Running");
  });

  it("takes no pod away that is not to end, such as the next one of a name", () => {
    const asNode = [`--as=${nodeUser}`, "--as-group=system:masters"];
    const { status, stderr } = cluster.tryKubectl(["delete", "pod", name, `--namespace=${namespace}`, "--force", ...asNode]);
    expect(status, stderr).to.equal(1);
    expect(stderr).to.include("the pod is not to end");
    expect(pods()).to.have.length(1);
  });

  it("takes pods away that are to end", async () => {
    cluster.kubectl(["delete", "pod", name, `--namespace=${namespace}`, "--wait=false"]);
    await cluster.until("the pod is gone", () => pods().length === 0);
  });
});
