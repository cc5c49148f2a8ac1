import { expect } from "chai";
import type { Change } from "../../provider/review/change-model";
import { rolloutOf } from "../../provider/review/rollouts";
import { changeOfPreview } from "../../provider/review/sources/preview";
import { TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { fatesOf, foretold, observed } from "./life/fates";
import type { Fates } from "./life/life";
import { changedUids, goneFrom, type Snapshot, settled } from "./life/observed";
import { type PodEvent, PodLog } from "./life/pod-log";
import { namespace, program } from "./life/program";
import { type Changed, lives, refused, rounds, start } from "./life/table";
import { sharedCluster } from "./shared";

/** Everything that a round foretold and did. */
interface Passed {
  readonly change: Change;
  readonly foretold: Fates;
  readonly observed: Fates;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly events: readonly PodEvent[];
}

describe("the life of workloads in a cluster", () => {
  let cluster: Cluster;
  let stack: TestStack;

  before(async function () {
    this.timeout(300_000);
    cluster = await sharedCluster();
    cluster.apply([
      { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
      { apiVersion: "v1", kind: "Node", metadata: { name: "simulated", labels: { tier: "first" } } },
    ]);
    stack = await TestStack.create(program(start), { cluster: true, config: { "kubernetes:kubeconfig": cluster.kubeconfig } });
    succeeded(await stack.up());
    await settled(cluster, namespace);
  });
  after(async function () {
    this.timeout(180_000);
    await stack?.destroy();
    stack?.remove();
  });

  for (const [index, { declared, changed }] of rounds.entries()) {
    describe(`in round ${index + 1}`, () => {
      let passed: Passed;

      before(async function () {
        this.timeout(300_000);
        passed = await pass(declared, changed);
      });

      for (const { life, row } of changed)
        it(`${life.kind} ${life.name}, ${row.change}: ${inWords(row.unforeseen ?? row.pods)}, as the review says`, () => {
          expect(fatesOf(life.name, passed.foretold), "the review").to.deep.equal(row.pods);
          expect(fatesOf(life.name, passed.observed), `the cluster: ${eventsOf(life.name, passed)}`).to.deep.equal(
            row.unforeseen ?? row.pods,
          );
        });

      it("workloads of other resources have no part in it", () => {
        const workloads = [...Object.keys(passed.foretold), ...Object.keys(passed.observed)];
        const known = changed.flatMap(({ life }) => Object.keys(fatesOf(life.name, Object.fromEntries(workloads.map((one) => [one, {}])))));
        expect(workloads.filter((workload) => !known.includes(workload))).to.deep.equal([]);
      });

      it("pods of a StatefulSet restart one at a time, and parts of a cluster one after the other", () => {
        for (const workload of Object.keys(passed.observed)) {
          const name = workload.replace("StatefulSet ", "");
          if (name === workload || isReplaced(changed, workload)) continue;
          expect(mostMissing(passed, name), `${workload}: ${eventsOf(name, passed)}`).to.be.at.most(1);
        }
        for (const { row } of changed)
          for (const [position, first] of (row.order ?? []).slice(0, -1).entries())
            expect(lastStart(passed, first), first).to.be.below(firstEnd(passed, row.order?.[position + 1] ?? ""));
      });

      it("exactly the objects are replaced that the table and the review name", () => {
        const expected = changed.flatMap(({ row }) => row.replaced ?? []).sort();
        const { change, before, after } = passed;
        expect(changedUids(before.objects, after.objects), "the cluster").to.deep.equal(expected);
        const said = change.objects.flatMap(({ key, isReplaced }) => (isReplaced ? [key.split("/")] : []));
        expect(said.map(([kind, , name]) => `${kind} ${name}`).sort(), "the review").to.deep.equal(expected);
      });

      it("claims and passwords stay, but for those of the table", () => {
        const { before, after } = passed;
        expect(goneFrom(before.claims, after.claims)).to.deep.equal(changed.flatMap(({ row }) => row.claimsGone ?? []).sort());
        expect(changedUids(before.claims, after.claims)).to.deep.equal([]);
        expect(changedUids(before.passwords, after.passwords)).to.deep.equal(changed.flatMap(({ row }) => row.passwords ?? []).sort());
        expect(Object.keys(before.passwords)).to.include("vmuser-guest");
      });
    });
  }

  /** Previews a round, carries it out, and waits for its end. */
  async function pass(declared: Parameters<typeof program>[0], changed: readonly Changed[]): Promise<Passed> {
    const before = await settled(cluster, namespace);
    stack.program = program(declared);
    const change = changeOfPreview(await stack.previewJson());
    const log = new PodLog(cluster, namespace);
    try {
      await log.events(podsIn(before));
      succeeded(await stack.up());
      const after = await settled(cluster, namespace);
      const events = (await log.events(podsIn(after))).slice(podsIn(before).length);
      const expected = Object.assign({}, ...changed.map(({ row }) => row.unforeseen ?? row.pods)) as Fates;
      return {
        change,
        foretold: foretold(change.objects.flatMap((object) => rolloutOf(object) ?? [])),
        observed: observed(before, after, events, expected),
        before,
        after,
        events,
      };
    } finally {
      await log.end();
    }
  }

  describe("in the end", () => {
    const last = rounds.at(-1)?.declared ?? start;
    let ended: Snapshot;

    before(async function () {
      this.timeout(300_000);
      stack.program = program(last);
      succeeded(await stack.up());
      ended = await settled(cluster, namespace);
    });

    it("changes that would lose data are refused, each with its field", async function () {
      this.timeout(120_000);
      stack.program = program(refused);
      const { failed, output, errors } = await stack.preview();
      expect(failed, output).to.equal(true);
      const messages = lives.flatMap((life) => life.refused ?? []).map(({ message }) => message);
      for (const message of messages) expect(errors.join("\n")).to.match(message);
    });

    it("only the claims are left after `destroy`", async function () {
      this.timeout(300_000);
      succeeded(await stack.destroy());
      const left = await settled(cluster, namespace);
      expect(left).to.deep.include({ pods: {}, objects: {}, claims: ended.claims });
    });

    it("`up` gives each pod its own claim again, and each user a new password", async function () {
      this.timeout(300_000);
      stack.program = program(last);
      succeeded(await stack.up());
      const after = await settled(cluster, namespace);
      expect(Object.keys(after.objects)).to.deep.equal(Object.keys(ended.objects));
      expect(after.claims).to.deep.equal(ended.claims);
      expect(changedUids(ended.passwords, after.passwords), "the state had them").to.deep.equal(Object.keys(ended.passwords).sort());
    });
  });
});

const podsIn = ({ pods }: Snapshot): string[] => Object.values(pods).flatMap(Object.keys);

const isReplaced = (changed: readonly Changed[], object: string): boolean => changed.some(({ row }) => row.replaced?.includes(object));

/** The events of the pods whose names have this part. */
const eventsOf = (part: string, { events }: Passed): string =>
  events.flatMap(({ type, name }) => (name.includes(part) ? [`${type} ${name}`] : [])).join(", ");

/** The most pods of a workload that were missing at a time, of those that restarted. */
function mostMissing({ events, before, after }: Passed, name: string): number {
  const pods = before.pods[`StatefulSet ${name}`] ?? {};
  const restarted = changedUids(pods, after.pods[`StatefulSet ${name}`] ?? {});
  const missing = new Set<string>();
  return events.reduce((most, event) => {
    if (!restarted.includes(event.name)) return most;
    if (event.type === "DELETED") missing.add(event.name);
    else missing.delete(event.name);
    return Math.max(most, missing.size);
  }, 0);
}

/** The place in the order of events at which the last pod of a workload had started. */
const lastStart = ({ events }: Passed, name: string): number =>
  events.findLastIndex((event) => event.type === "ADDED" && event.name.startsWith(`${name}-`));

/** The place at which the first pod of a workload ended. */
function firstEnd({ events }: Passed, name: string): number {
  const index = events.findIndex((event) => event.type === "DELETED" && event.name.startsWith(`${name}-`));
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

/** Fates for the title of a test. */
function inWords(fates: Fates): string {
  const texts = Object.entries(fates).map(([workload, fate]) => {
    const effects = Object.entries(fate).map(([effect, pods]) => `${effect} ${Array.isArray(pods) ? pods.join(", ") : pods}`);
    return `${workload} ${effects.join(" and ")}`;
  });
  return texts.length > 0 ? texts.join("; ") : "no pod restarts";
}
