import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { sharedCluster } from "./shared";

const namespace = "claimed-twice";

describe("an object that two stacks claim", () => {
  let cluster: Cluster;
  const stacks: TestStack[] = [];

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
  });
  after(() => {
    for (const stack of stacks) stack.remove();
  });

  const stackOf = async (stackName: string, retentionPeriod: string): Promise<TestStack> => {
    const program = async (): Promise<void> => {
      new victoriametrics.VMSingle("main", { metadata: { namespace }, spec: { retentionPeriod } });
    };
    const stack = await TestStack.create(program, { stackName, cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    stacks.push(stack);
    return stack;
  };

  it("stays the first one's, and the error of the second names it", async () => {
    succeeded(await (await stackOf("first", "1")).up());
    const { generation } = cluster.object("deployment", "vmsingle-main", namespace).metadata;
    const second = await (await stackOf("second", "2")).up();
    expect(second.failed).to.equal(true);
    expect(second.errors.join("\n")).to.match(/conflict with "pulumi-victoriametrics-\w{12} tests\/first VMSingle main"/);
    expect(cluster.object("deployment", "vmsingle-main", namespace).metadata.generation).to.equal(generation);
  });
});
