import { expect } from "chai";
import type { Manifest } from "../../provider/world/objects";
import { TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { changesOf, expectConvergence, expectWhatTheStackKnows, nameOf, objectsIn, passwordsIn } from "./convergence";
import { kill, type Moment } from "./kill";
import { adopting, program, type Stage } from "./killed-program";
import type { KilledRun } from "./killed-run";
import { actAsOperator, define } from "./operator";
import { randomNumbers } from "./random";
import { sharedCluster } from "./shared";

/** Lives of a stack, in each of which it is killed as it is made, updated, grown and destroyed; and stacks killed as they take objects over. */
const [lives, adoptions] = [4, 4];
const seed = 17;

describe("a run that is killed", () => {
  const random = randomNumbers(seed);
  let cluster: Cluster;
  let environment: Readonly<Record<string, string>>;
  let kills = 0;
  /** Steps of a run that nobody kills, by what it does. */
  const counts = new Map<string, number>();

  before(async () => {
    cluster = await sharedCluster();
    environment = { KUBECONFIG: cluster.kubeconfig };
  });

  const newNamespace = (name: string): void => cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name } }]);
  const moment = (steps: number): Moment => ({
    step: 1 + Math.floor(random() * (steps - 1)),
    milliseconds: Math.floor(random() * 200),
    withPlugin: random() < 0.5,
  });
  /** Kills a run and frees its stack. */
  const killOne = async (stack: TestStack, run: Omit<KilledRun, "folder">, steps: number): Promise<void> => {
    await kill({ ...run, folder: stack.folder }, moment(steps), environment);
    kills += 1;
    await stack.cancel();
  };
  /** Steps of the next run of a stack. */
  const stepsOf = async (stack: TestStack, what: string): Promise<number> => {
    const known = counts.get(what) ?? changesOf(await stack.preview()).length;
    counts.set(what, known);
    return known;
  };

  for (let life = 1; life <= lives; life++) {
    describe(`in life ${life} of ${lives} of a stack`, () => {
      const namespace = `killed-${life}`;
      const stages = {
        created: { namespace, size: "1Gi", isUpdated: false },
        updated: { namespace, size: "1Gi", isUpdated: true },
        grown: { namespace, size: "2Gi", isUpdated: true },
      } as const satisfies Record<string, Stage>;
      let stack: TestStack;

      before(async () => {
        newNamespace(namespace);
        stack = await TestStack.create(program(stages.created), { cluster: true, env: environment });
      });
      after(() => stack.remove());

      for (const [name, stage] of [
        ["made", stages.created],
        ["updated", stages.updated],
        ["grown", stages.grown],
      ] as const) {
        it(`is ${name} by the next run`, async () => {
          stack.program = program(stage);
          await killOne(stack, { command: "up", stage }, await stepsOf(stack, name));
          const before = passwordsIn(cluster, namespace);
          await expectConvergence(stack);
          await cluster.settle(namespace);
          await expectWhatTheStackKnows(cluster, stack, namespace);
          expect(passwordsIn(cluster, namespace)).to.deep.include(before);
          const claims = cluster.objects("persistentvolumeclaims", namespace);
          expect(claims.map(({ spec }) => spec.resources.requests.storage)).to.deep.equal([stage.size, stage.size, stage.size, stage.size]);
        });
      }

      it("is gone after the next destroy, but for its claims", async () => {
        await killOne(stack, { command: "destroy", stage: stages.grown }, (await stack.state()).length - 5);
        succeeded(await stack.destroy());
        await cluster.settle(namespace);
        expect(
          objectsIn(cluster, namespace)
            .filter(({ kind }) => kind !== "PersistentVolumeClaim")
            .map(nameOf),
        ).to.deep.equal([]);
        expect(cluster.objects("persistentvolumeclaims", namespace)).to.have.length(4);
      });
    });
  }

  describe("as it takes over what an operator made", () => {
    const storage = { resources: { requests: { storage: "1Gi" } } };
    const custom = (namespace: string): Manifest[] =>
      Object.entries({
        VMSingle: { retentionPeriod: "1", storage },
        VMUser: { generatePassword: true, targetRefs: [{ static: { url: "http://elsewhere:8428" }, paths: ["/.*"] }] },
        VMAgent: {
          replicaCount: 1,
          statefulMode: true,
          selectAllByDefault: true,
          remoteWrite: [{ url: "http://elsewhere:8428/api/v1/write" }],
        },
        VMAuth: { selectAllByDefault: true },
      }).map(([kind, spec]) => ({ apiVersion: "operator.victoriametrics.com/v1beta1", kind, metadata: { name: "main", namespace }, spec }));
    const withPassword = (spec: object): object => ("generatePassword" in spec ? { ...spec, password: "made by the operator" } : spec);

    before(() =>
      define(
        cluster,
        custom("").map(({ kind }) => kind),
      ),
    );

    for (let adoption = 1; adoption <= adoptions; adoption++) {
      it(`has everything as it ran after the next run, ${adoption} of ${adoptions}`, async () => {
        const namespace = `killed-adoption-${adoption}`;
        newNamespace(namespace);
        const made = await actAsOperator(cluster, custom(namespace), withPassword);
        await cluster.settle(namespace);
        const adopted = cluster.objects("vmsingles,vmusers,vmagents,vmauths", namespace);
        const identities = (): string[] =>
          [...cluster.live(made), ...cluster.objects("pods", namespace)].map(({ metadata }) => metadata.uid).sort();
        const before = [identities(), passwordsIn(cluster, namespace)];
        const stack = await TestStack.create(adopting(adopted), { cluster: true, env: environment });
        try {
          await killOne(stack, { command: "up", adopted }, await stepsOf(stack, "taken over"));
          await expectConvergence(stack);
          expect([identities(), passwordsIn(cluster, namespace)]).to.deep.equal(before);
        } finally {
          stack.remove();
        }
      });
    }
  });

  describe("was killed in each of these tests", () => {
    it("twenty times", () => expect(kills).to.equal(20));
  });
});
