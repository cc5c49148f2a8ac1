import { expect } from "chai";
import type { Manifest } from "../../provider/world/objects";
import { type Run, TestStack } from "../engine/stack";
import type { Cluster, LiveObject } from "./cluster";
import { kill, type Moment } from "./kill";
import { adopting, program, type Stage } from "./killed-program";
import type { KilledRun } from "./killed-run";
import { actAsOperator, define } from "./operator";
import { sharedCluster } from "./shared";

/** Lives of a stack, in each of which it is killed as it is made, updated, grown and destroyed; and stacks killed as they take objects over. */
const [lives, adoptions] = [4, 4];
const seed = 17;

/** Objects of all kinds that stacks make. */
const kinds =
  "deployments,statefulsets,services,secrets,configmaps,serviceaccounts,roles,rolebindings,persistentvolumeclaims,poddisruptionbudgets";

/** Random numbers from 0 to 1, the same in every run (mulberry32). */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

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
    const known = counts.get(what) ?? changes(await stack.preview()).length;
    counts.set(what, known);
    return known;
  };
  /** The plain command converges: it succeeds, and after it there is nothing to do. */
  const converge = async (stack: TestStack): Promise<void> => {
    const run = await stack.up();
    expect(run.failed, run.output).to.equal(false);
    expect(changes(await stack.preview())).to.deep.equal([]);
  };
  const changes = ({ operations }: Run): [string, string][] =>
    Object.entries(operations).filter(([, operation]) => !["same", "read", "discard"].includes(operation));
  const named = ({ kind, metadata }: LiveObject): string => `${kind}/${metadata.name}`;
  const objectsIn = (namespace: string): LiveObject[] =>
    cluster.objects(kinds, namespace).filter(({ metadata }) => metadata.name !== "kube-root-ca.crt");
  /** No object is there that the stack does not know of, and none is missing. */
  const expectWhatTheStackKnows = async (stack: TestStack, namespace: string): Promise<void> => {
    const known = (await stack.state()).filter(
      ({ type, id }) => type.startsWith("kubernetes:") && !type.endsWith("Patch") && id?.includes("/"),
    );
    const live = objectsIn(namespace).filter(({ kind, metadata }) => kind !== "PersistentVolumeClaim" || metadata.name === "vmsingle-main");
    const inState = known
      .filter(({ id }) => id?.startsWith(`${namespace}/`))
      .map(({ type, id }) => `${type.split(":").at(-1)}/${id?.split("/").at(-1)}`);
    expect(live.map(named).sort()).to.deep.equal(inState.sort());
  };
  const passwords = (namespace: string): Record<string, string | undefined> =>
    Object.fromEntries(
      objectsIn(namespace)
        .filter((object) => /^Secret\/vmuser-/.test(named(object)))
        .map((object) => [named(object), object.data?.password]),
    );

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
          const before = passwords(namespace);
          await converge(stack);
          await cluster.settle(namespace);
          await expectWhatTheStackKnows(stack, namespace);
          expect(passwords(namespace)).to.deep.include(before);
          const claims = cluster.objects("persistentvolumeclaims", namespace);
          expect(claims.map(({ spec }) => spec.resources.requests.storage)).to.deep.equal([stage.size, stage.size, stage.size, stage.size]);
        });
      }

      it("is gone after the next destroy, but for its claims", async () => {
        await killOne(stack, { command: "destroy", stage: stages.grown }, (await stack.state()).length - 5);
        const { failed, output } = await stack.destroy();
        expect(failed, output).to.equal(false);
        await cluster.settle(namespace);
        expect(
          objectsIn(namespace)
            .filter(({ kind }) => kind !== "PersistentVolumeClaim")
            .map(named),
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
        const before = [identities(), passwords(namespace)];
        const stack = await TestStack.create(adopting(adopted), { cluster: true, env: environment });
        try {
          await killOne(stack, { command: "up", adopted }, await stepsOf(stack, "taken over"));
          await converge(stack);
          expect([identities(), passwords(namespace)]).to.deep.equal(before);
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
