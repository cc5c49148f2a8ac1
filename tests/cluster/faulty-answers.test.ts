import * as pulumi from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { expectConvergence, expectWhatTheStackKnows, nameOf, objectsIn, passwordsIn } from "./convergence";
import { type Fault, FaultyProxy } from "./faulty-proxy";
import { program, type Stage } from "./killed-program";
import { randomNumbers } from "./random";
import { sharedCluster } from "./shared";

const secret = "planted-9d2e07";

/**
 * Limits of waits that only end by them, ten minutes by default: for a pod whose claim was refused, and for the end of a deleted object whose last read
 * was answered with an error.
 */
const customTimeouts = { create: "2m", update: "2m", delete: "2m" };

/** The stack of the killed runs, and an agent with a password. */
const withPassword =
  (stage: Stage): PulumiFn =>
  async () => {
    pulumi.runtime.registerStackTransformation(({ props, opts }) => ({ props, opts: { ...opts, customTimeouts } }));
    const { namespace } = stage;
    const credentials = { apiVersion: "v1", kind: "Secret", metadata: { name: "elsewhere", namespace }, stringData: { password: secret } };
    const password = { name: "elsewhere", key: "password" };
    new victoriametrics.VMAgent("sending", {
      metadata: { namespace },
      spec: { remoteWrite: [{ url: "http://elsewhere:8428", basicAuth: { password } }] },
      selectFrom: [credentials],
    });
    return program(stage)();
  };

/** A run in which requests are treated badly. */
interface Trial {
  readonly run: () => Promise<Run>;
  readonly namespace: string;
  readonly seed: number;
  /** The share of the requests, from 0 to 1. */
  readonly share: number;
  readonly faults: (method: string) => readonly Fault[];
}

describe("an API server that answers", () => {
  let cluster: Cluster;
  let proxy: FaultyProxy;
  let stack: TestStack;
  const printed: string[] = [];

  before(async () => {
    cluster = await sharedCluster();
    proxy = await FaultyProxy.start(cluster);
  });
  after(() => proxy?.stop());
  afterEach(() => stack?.remove());

  const start = async (stage: Stage): Promise<void> => {
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: stage.namespace } }]);
    const kubeconfig = cluster.kubeconfigThrough(proxy.address, stage.namespace);
    stack = await TestStack.create(withPassword(stage), { cluster: true, env: { KUBECONFIG: kubeconfig } });
  };
  /** One run in which a share of the requests about the stack's objects is treated badly; the answer is how many were. */
  const underFaults = async ({ run, namespace, seed, share, faults }: Trial): Promise<{ readonly run: Run; readonly count: number }> => {
    const random = randomNumbers(seed);
    let count = 0;
    proxy.choose = (method, path) => {
      if (!path.includes(`/namespaces/${namespace}/`) || random() >= share) return "none";
      const possible = faults(method);
      count += 1;
      return possible[Math.floor(random() * possible.length)] ?? "none";
    };
    try {
      const result = await run();
      printed.push(result.output);
      return { run: result, count };
    } finally {
      proxy.choose = () => "none";
    }
  };

  it("late or with 429 is waited for: one run is enough", async () => {
    const stage = { namespace: "late", size: "1Gi", isUpdated: false };
    await start(stage);
    const faults = (): readonly Fault[] => ["slow", "busy"];
    const { run, count } = await underFaults({ run: () => stack.up(), namespace: "late", seed: 3, share: 0.3, faults });
    succeeded(run);
    expect(count).to.be.greaterThan(5);
    await expectWhatTheStackKnows(cluster, stack, stage.namespace);
    const end = await underFaults({ run: () => stack.destroy(), namespace: "late", seed: 4, share: 0.1, faults });
    succeeded(end.run);
  });

  it("with errors, conflicts or not at all leaves nothing double and nothing lost after the next run", async function () {
    this.timeout(900_000);
    const namespace = "faulty";
    const stage = { namespace, size: "1Gi", isUpdated: false };
    const faults = (method: string): readonly Fault[] =>
      method === "GET" ? ["broken", "busy", "slow"] : ["broken", "conflict", "unanswered", "cut", "busy"];
    let count = 0;
    /** Runs that fail, each at another place. */
    const fail = async (run: () => Promise<Run>, seeds: readonly number[]): Promise<void> => {
      for (const seed of seeds) count += (await underFaults({ run, namespace, seed, share: 0.15, faults })).count;
    };
    await start(stage);
    await fail(() => stack.up(), [11, 12, 13]);
    const before = passwordsIn(cluster, namespace);
    await expectConvergence(stack);
    await cluster.settle(namespace);
    await expectWhatTheStackKnows(cluster, stack, namespace);
    const made = passwordsIn(cluster, namespace);
    expect(made).to.deep.include(before);

    stack.program = withPassword({ ...stage, isUpdated: true });
    await fail(() => stack.up(), [21, 22]);
    await expectConvergence(stack);
    await expectWhatTheStackKnows(cluster, stack, namespace);
    expect(passwordsIn(cluster, namespace)).to.deep.include(made);

    await fail(() => stack.destroy(), [31, 32]);
    succeeded(await stack.destroy());
    await cluster.settle(namespace);
    const left = objectsIn(cluster, namespace).filter(({ kind }) => kind !== "PersistentVolumeClaim");
    expect(left.map(nameOf)).to.deep.equal([]);
    printed.push(stack.stateText());
    expect(count).to.be.greaterThan(15);
  });

  it("makes no run print a secret, or keep it in clear", () => {
    expect(printed).to.have.length.greaterThan(7);
    const forms = [secret, Buffer.from(secret).toString("base64")];
    expect(printed.filter((text) => forms.some((form) => text.includes(form)))).to.deep.equal([]);
  });
});
