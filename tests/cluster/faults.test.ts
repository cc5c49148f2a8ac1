import { setTimeout as sleep } from "node:timers/promises";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster, LiveObject } from "./cluster";
import { changesOf, expectConvergence, expectWhatTheStackKnows } from "./convergence";
import { program } from "./killed-program";
import { sharedCluster } from "./shared";

async function until(what: string, condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (condition()) return;
    await sleep(100);
  }
  throw new Error(`waited in vain until ${what}`);
}

/** A promise that is kept by a call. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((settle) => {
    give = settle;
  });
  return { given, give };
}

const isReady = ({ status }: LiveObject): boolean =>
  (status?.conditions ?? []).some(({ type, status }: { type: string; status: string }) => type === "Ready" && status === "True");

describe("a fault of the cluster", () => {
  let cluster: Cluster;
  let stack: TestStack | undefined;

  const database =
    (namespace: string, more: object = {}, customTimeouts?: { create: string }): PulumiFn =>
    async () =>
      void new victoriametrics.VMSingle("main", { metadata: { namespace }, spec: { retentionPeriod: "1", ...more } }, { customTimeouts });
  const start = async (namespace: string, run: PulumiFn): Promise<TestStack> => {
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    stack = await TestStack.create(run, { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    return stack;
  };
  const expectSuccess = ({ failed, output }: Run): void => {
    succeeded({ failed, output });
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
    // This program, unlike the engine, has no kubeconfig.
    expect(message).to.match(/Deployment unplaced\/vmsingle-main is not ready, and the reason could not be read \(.*\): look at `kubectl /);
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
    const [isRunning, goesOn] = [signal(), signal()];
    const locked = await start("locked", async () => {
      isRunning.give();
      await goesOn.given;
      return database("locked")();
    });
    const first = locked.up();
    await isRunning.given;
    const second = await locked.destroy();
    goesOn.give();
    expect(second.failed).to.equal(true);
    expect(second.output).to.match(/the stack is currently locked by 1 lock/);
    expectSuccess(await first);
    expectSuccess(await locked.destroy());
  });

  it("such as an API server that is killed in the middle of a run and comes back is over with the next run", async () => {
    const stage = { namespace: "restarted", size: "1Gi", isUpdated: false };
    const restarted = await start(stage.namespace, program(stage));
    const run = restarted.up();
    await until("the first Service is there", () => cluster.objects("services", stage.namespace).length > 0);
    await cluster.restartApiServer(2000);
    const { output, errors } = await run;
    expect(errors.join("\n"), output).to.not.match(/panic|unhandled/i);
    await expectConvergence(restarted);
    await cluster.settle(stage.namespace);
    await expectWhatTheStackKnows(cluster, restarted, stage.namespace);
    expectSuccess(await restarted.destroy());
  });

  it("such as a node that goes with its pods changes nothing for a run, and holds up only the change of a pod there, which says why", async () => {
    const namespace = "moving";
    const gone = { apiVersion: "v1", kind: "Node", metadata: { name: "gone", labels: { disk: "new" } } };
    cluster.apply([gone]);
    const preference = { matchExpressions: [{ key: "disk", operator: "In", values: ["new"] }] };
    const affinity = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference }] } };
    const storage = { volumeClaimTemplate: { spec: { resources: { requests: { storage: "1Gi" } } } } };
    const nodesOfPods = (): string[] => cluster.objects("pods", namespace).map(({ spec }) => spec.nodeName);
    const data =
      (retentionPeriod: string, update = "2m"): PulumiFn =>
      async () => {
        const spec = { retentionPeriod, vmstorage: { replicaCount: 1, affinity, storage } };
        new victoriametrics.VMCluster("main", { metadata: { namespace }, spec }, { customTimeouts: { create: "2m", update } });
      };
    await until("the second node is ready", () => isReady(cluster.object("node", "gone")));
    const moving = await start(namespace, data("1"));
    // The program explains itself by its own environment.
    const before = process.env.KUBECONFIG;
    process.env.KUBECONFIG = cluster.kubeconfig;
    try {
      expectSuccess(await moving.up());
      expect(nodesOfPods()).to.deep.equal(["gone"]);
      cluster.kubectl(["delete", "node", "gone"]);
      const unchanged = await moving.up({ refresh: true });
      expectSuccess(unchanged);
      expect(changesOf(unchanged)).to.deep.equal([]);

      // Nobody tells the controllers that the pod has ended, so its successor cannot start.
      moving.program = data("2", "8s");
      const held = await moving.up();
      expect(held.errors.join("\n"), held.output).to.match(
        /StatefulSet moving\/vmstorage-main is not ready, 0 of 1 pods are:\n\s+Pod vmstorage-main-0: Terminating: it is being deleted on node gone/,
      );
    } finally {
      if (before === undefined) delete process.env.KUBECONFIG;
      else process.env.KUBECONFIG = before;
    }

    // What the garbage collector of pods does after a minute.
    cluster.kubectl(["delete", "pod", "vmstorage-main-0", `--namespace=${namespace}`, "--force", "--grace-period=0"]);
    moving.program = data("2");
    await expectConvergence(moving);
    expect(nodesOfPods()).to.deep.equal(["simulated"]);
    const [claim, ...others] = cluster.objects("persistentvolumeclaims", namespace);
    expect([claim?.metadata.name, others.length]).to.deep.equal(["vmstorage-db-vmstorage-main-0", 0]);
    expectSuccess(await moving.destroy());
  });
});
