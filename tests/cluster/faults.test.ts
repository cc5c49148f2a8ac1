import { setTimeout as sleep } from "node:timers/promises";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import type { Cluster } from "./cluster";
import { sharedCluster } from "./shared";

describe("a fault of the cluster", () => {
  let cluster: Cluster;
  let stack: TestStack | undefined;

  const database =
    (namespace: string, more: object = {}, customTimeouts?: { create: string }): PulumiFn =>
    async () =>
      void new victoriametrics.VMSingle("main", { metadata: { namespace }, spec: { retentionPeriod: "1", ...more } }, { customTimeouts });
  const start = async (namespace: string, program: PulumiFn): Promise<TestStack> => {
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    stack = await TestStack.create(program, { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    return stack;
  };
  const expectSuccess = ({ failed, output }: Run): void => {
    expect(failed, output).to.equal(false);
  };

  before(async () => {
    cluster = await sharedCluster();
  });
  afterEach(() => stack?.remove());

  it("such as a pod that no node takes ends the run after its time limit with the name of the workload, and the next run goes on", async () => {
    const unplaced = await start("unplaced", database("unplaced", { nodeSelector: { disk: "none" } }, { create: "8s" }));
    const { failed, errors } = await unplaced.up();
    expect(failed).to.equal(true);
    const message = errors.join("\n");
    expect(message).to.include("'vmsingle-main' timed out waiting to be Ready").and.to.include("Minimum number of live Pods");
    unplaced.program = database("unplaced");
    expectSuccess(await unplaced.up());
    expectSuccess(await unplaced.destroy());
  });

  it("such as a namespace that is being deleted is named, and a new one of its name takes the stack", async () => {
    const ending = await start("ending", database("ending"));
    const held = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "held", namespace: "ending", finalizers: ["example.com/held"] } };
    cluster.apply([held]);
    cluster.kubectl(["delete", "namespace", "ending", "--wait=false"]);
    const { failed, errors } = await ending.up();
    expect(failed).to.equal(true);
    expect(errors.join("\n")).to.match(/namespace ending because it is being terminated/);
    cluster.kubectl(["patch", "configmap/held", "--namespace=ending", "--type=merge", `--patch={"metadata":{"finalizers":null}}`]);
    cluster.kubectl(["wait", "--for=delete", "namespace/ending", "--timeout=30s"]);
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: "ending" } }]);
    expectSuccess(await ending.up());
    expectSuccess(await ending.destroy());
  });

  it("is no second run at the same time: the engine refuses it, and the first one goes on", async () => {
    const locked = await start("locked", database("locked"));
    const first = locked.up();
    await sleep(2500);
    const second = await locked.destroy();
    expect(second.failed).to.equal(true);
    expect(second.output).to.match(/the stack is currently locked by 1 lock/);
    expectSuccess(await first);
    expectSuccess(await locked.destroy());
  });
});
