import { setTimeout as sleep } from "node:timers/promises";
import * as kubernetes from "@pulumi/kubernetes";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import type { Rollout } from "../../provider/review/change-model";
import { rolloutOf } from "../../provider/review/rollouts";
import { changeOfPreview } from "../../provider/review/sources/preview";
import { TestStack } from "../engine/stack";
import type { Cluster } from "./cluster";
import { type Change, rounds } from "./review-changes";
import { sharedCluster } from "./shared";

const namespace = "reviewed";

type Data = Readonly<Record<string, unknown>>;

/** UIDs of pods by their names, for each workload. */
type Pods = Readonly<Record<string, Readonly<Record<string, string>>>>;

const components = { ...victoriametrics };
const plainKinds = {
  Deployment: kubernetes.apps.v1.Deployment,
  StatefulSet: kubernetes.apps.v1.StatefulSet,
  DaemonSet: kubernetes.apps.v1.DaemonSet,
};

/** All workloads of the stack: their specs by `Kind name`. */
function program(specs: Readonly<Record<string, Data>>) {
  return async () => {
    for (const [key, spec] of Object.entries(specs)) {
      const [kind = "", name = ""] = key.split(" ");
      const plain = plainKinds[kind as keyof typeof plainKinds];
      // Pulumi would wait for pods that never restart.
      const annotations = { "pulumi.com/skipAwait": "true" };
      if (plain)
        new plain(`plain-${name}`, {
          metadata: { name, namespace, annotations, ...(spec.metadata as object) },
          ...(spec.object as object),
        } as never);
      else new components[kind as "VMAgent"](`${kind}-${name}`, { metadata: { name, namespace }, spec } as never);
    }
  };
}

describe("a review", () => {
  let cluster: Cluster;
  let stack: TestStack;
  let specs = rounds.start;

  before(async function () {
    this.timeout(240_000);
    cluster = await sharedCluster();
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    stack = await TestStack.create(program(specs), { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    const { failed, output } = await stack.up();
    expect(failed, output).to.equal(false);
    await settled();
  });
  after(async () => {
    await stack?.destroy();
    stack?.remove();
  });

  /** Waits until all workloads have the pods that they ask for, and no pod is on its way out. */
  async function settled(): Promise<Pods> {
    let last = "";
    let quiet = 0;
    for (let attempt = 0; attempt < 200; attempt++) {
      const workloads = cluster.objects("deployments,statefulsets,daemonsets", namespace);
      const pods = cluster.objects("pods", namespace);
      const isSeen = workloads.every(
        ({ metadata, status }) => status?.observedGeneration === (metadata as { generation?: number }).generation,
      );
      const isCounted = workloads.every(({ kind, spec, status }) => kind === "DaemonSet" || (status?.replicas ?? 0) === spec.replicas);
      const isRolledOut = workloads.every(
        ({ kind, spec, status }) =>
          spec.updateStrategy?.type === "OnDelete" ||
          spec.updateStrategy?.rollingUpdate?.partition > 0 ||
          spec.paused ||
          (kind === "DaemonSet"
            ? status?.updatedNumberScheduled === status?.desiredNumberScheduled
            : spec.replicas === 0 || status?.updatedReplicas === spec.replicas),
      );
      const isRunning = pods.every(({ metadata, status }) => !("deletionTimestamp" in metadata) && status?.phase === "Running");
      const now = JSON.stringify(pods.map(({ metadata }) => metadata.uid).sort());
      quiet = isSeen && isCounted && isRolledOut && isRunning && now === last ? quiet + 1 : 0;
      last = now;
      if (quiet >= 3) return podsByWorkload();
      await sleep(150);
    }
    throw new Error("the workloads do not come to rest");
  }

  function podsByWorkload(): Pods {
    const replicaSets = new Map(
      cluster.objects("replicasets", namespace).map(({ metadata }) => [metadata.name, metadata.ownerReferences?.[0]?.name]),
    );
    const found: Record<string, Record<string, string>> = {};
    for (const { metadata } of cluster.objects("pods", namespace)) {
      const [owner] = metadata.ownerReferences ?? [];
      const isReplicaSet = owner?.kind === "ReplicaSet";
      const key = `${isReplicaSet ? "Deployment" : owner?.kind}/${namespace}/${isReplicaSet ? replicaSets.get(owner.name) : owner?.name}`;
      found[key] = { ...found[key], [metadata.name]: metadata.uid };
    }
    return found;
  }

  for (const [index, round] of rounds.changes.entries()) {
    describe(`of round ${index + 1}`, () => {
      let old: Pods;
      let now: Pods;
      let rollouts: Readonly<Record<string, Rollout>>;

      before(async function () {
        this.timeout(180_000);
        old = await settled();
        specs = { ...specs, ...Object.fromEntries(round.map(({ of, spec }) => [of, spec(specs[of] as never)])) };
        stack.program = program(specs);
        const change = changeOfPreview(await stack.previewJson());
        rollouts = Object.fromEntries(
          change.objects.flatMap((object) => rolloutOf(object) ?? []).map((rollout) => [rollout.workload, rollout]),
        );
        const { failed, output } = await stack.up();
        expect(failed, output).to.equal(false);
        now = await settled();
      });

      it("names exactly the pods that restart, start and end in the cluster, of all workloads", () => {
        const workloads = [...new Set([...Object.keys(old), ...Object.keys(now), ...Object.keys(rollouts)])].sort();
        expect(workloads).to.have.lengthOf.above(10);
        const said = Object.fromEntries(workloads.map((workload) => [workload, saidOf(rollouts[workload], old[workload])]));
        const happened = Object.fromEntries(
          workloads.map((workload) => [workload, happenedTo(rollouts[workload], old[workload], now[workload])]),
        );
        expect(said).to.deep.equal(happened);
      });

      for (const change of round) {
        it(`${change.title}: ${change.expected}`, () => {
          for (const workload of change.workloads) {
            const key = workload.replace(" ", `/${namespace}/`);
            expect(outcome(old[key], now[key]), workload).to.equal(change.expected);
          }
        });
      }
    });
  }
});

/** The fate of a workload's pods in the cluster, in one word. */
function outcome(before: Pods[string] = {}, after: Pods[string] = {}): Change["expected"] {
  const gone = Object.entries(before).filter(([, uid]) => !Object.values(after).includes(uid)).length;
  const made = Object.entries(after).filter(([, uid]) => !Object.values(before).includes(uid)).length;
  if (gone === 0 && made === 0) return "nothing";
  if (gone === 0) return "some start";
  if (made === 0) return "some end";
  return gone === Object.keys(before).length ? "all restart" : "some restart";
}

interface Outcome {
  readonly gone: readonly string[] | number;
  readonly made: readonly string[] | number;
}

/** The review's statement: names of pods if it names them, else their number. */
function saidOf(rollout: Rollout | undefined, before: Pods[string] = {}): Outcome {
  if (!rollout) return { gone: 0, made: 0 };
  const { restarts, ends, starts } = rollout;
  if ([restarts, ends, starts].some((pods) => pods?.names)) {
    const names = (...all: (typeof restarts)[]): string[] => all.flatMap((pods) => pods?.names ?? []).sort();
    return { gone: names(restarts, ends), made: names(restarts, starts) };
  }
  const all = Object.keys(before).length;
  const count = (pods: typeof restarts): number => (pods ? (pods.count ?? all) : 0);
  return { gone: count(restarts) + count(ends), made: count(restarts) + count(starts) };
}

function happenedTo(rollout: Rollout | undefined, before: Pods[string] = {}, after: Pods[string] = {}): Outcome {
  const missing = (from: Pods[string], to: Pods[string]): string[] =>
    Object.entries(from)
      .filter(([, uid]) => !Object.values(to).includes(uid))
      .map(([name]) => name)
      .sort();
  const [gone, made] = [missing(before, after), missing(after, before)];
  const areNamed = [rollout?.restarts, rollout?.ends, rollout?.starts].some((pods) => pods?.names);
  return areNamed ? { gone, made } : { gone: gone.length, made: made.length };
}
