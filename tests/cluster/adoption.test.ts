import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { adoption } from "../../provider/inspect/adopt";
import type { Manifest } from "../../provider/world/objects";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster, LiveObject } from "./cluster";
import { actAsOperator, define, finalizer, operatorManager, runOperator } from "./operator";
import { sharedCluster } from "./shared";

const namespace = "adopted";
const apiVersion = "operator.victoriametrics.com/v1beta1";
const storage = { resources: { requests: { storage: "1Gi" } } };
const url = "http://vmsingle-main.adopted.svc:8428";

const specs: Readonly<Record<string, object>> = {
  VMUser: { generatePassword: true, targetRefs: [{ static: { url }, paths: ["/.*"] }] },
  VMSingle: { retentionPeriod: "1", storage },
  VMCluster: {
    retentionPeriod: "1",
    vmstorage: { replicaCount: 2, storage: { volumeClaimTemplate: { spec: storage } } },
    vmselect: { replicaCount: 1 },
    vminsert: { replicaCount: 1, hpa: { minReplicas: 2, maxReplicas: 4 } },
  },
  VMAgent: { replicaCount: 1, selectAllByDefault: true, remoteWrite: [{ url: `${url}/api/v1/write` }] },
  VMAuth: { selectAllByDefault: true },
};
const custom = Object.entries(specs).map(([kind, spec]): Manifest => ({ apiVersion, kind, metadata: { name: "main", namespace }, spec }));
const kinds = custom.map(({ kind }) => kind);
const password = Buffer.from("made by the operator").toString("base64");

/** The operator makes a password on request. */
const withPassword = (spec: object): object => ("generatePassword" in spec ? { ...spec, password: "made by the operator" } : spec);

describe("objects that an operator made", () => {
  let cluster: Cluster;
  let stack: TestStack;
  let made: Manifest[];
  let first: Snapshot;
  let exported: unknown[];

  /** The objects and the pods behind them, by what they are called. */
  interface Snapshot {
    readonly objects: ReadonlyMap<string, LiveObject>;
    readonly pods: readonly string[];
    readonly replicaSets: readonly string[];
  }

  const snapshot = (): Snapshot => ({
    objects: new Map(cluster.live(made).map((object) => [`${object.kind}/${object.metadata.name}`, object])),
    pods: uidsOf(cluster.objects("pods", namespace)),
    replicaSets: uidsOf(cluster.objects("replicasets", namespace)),
  });
  const uidsOf = (objects: readonly LiveObject[]): string[] => objects.map(({ metadata }) => metadata.uid).sort();
  const object = (key: string): LiveObject => snapshot().objects.get(key) as LiveObject;

  /** Nothing was recreated and nothing restarted. */
  const expectUntouched = ({ objects, pods, replicaSets }: Snapshot): void => {
    expect(uidsOf([...objects.values()])).to.deep.equal(uidsOf([...first.objects.values()]));
    expect(pods).to.deep.equal(first.pods);
    expect(replicaSets).to.deep.equal(first.replicaSets);
  };
  const program =
    (args: { adopt?: boolean } = {}) =>
    async (): Promise<void> => {
      new victoriametrics.ConfigGroup("all", { objs: exported, ...args });
    };
  /** The operations on objects, except reads. */
  const operationsOf = ({ operations }: Run): Set<string> =>
    new Set(Object.values(operations).filter((operation) => !["read", "discard"].includes(operation)));

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    define(cluster, kinds);
    made = await actAsOperator(cluster, custom, withPassword);
    runOperator(cluster);
    await cluster.settle(namespace);
    exported = cluster.objects(kinds.join(","), namespace);
    first = snapshot();
    stack = await TestStack.create(program({ adopt: true }), { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
  });
  after(() => stack?.remove());

  it("are not touched without adopt, and the error names the fields that the operator owns", async () => {
    const other = await TestStack.create(program(), { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    try {
      const run = await other.up();
      expect(run.failed).to.equal(true);
      expect(run.errors.join("\n")).to.match(new RegExp(`conflict with "${operatorManager}" using \\S+: \\.(data|spec)\\.`));
      expectUntouched(snapshot());
    } finally {
      other.remove();
    }
  });

  it("are taken over by adopt as they run: no object is recreated, no pod restarts, and an autoscaler's pods stay", async () => {
    succeeded(await stack.up());
    expectUntouched(snapshot());
    expect(object("StatefulSet/vmstorage-main").spec.updateStrategy.type).to.equal("RollingUpdate");
    expect(object("Deployment/vminsert-main").spec.replicas).to.equal(2);
    const second = await stack.up();
    expect(operationsOf(second), second.output).to.deep.equal(new Set(["same"]));
  });

  it("keep the password that the operator made, which lies in clear nowhere", async () => {
    expect(object("Secret/vmuser-main").data?.password).to.equal(password);
    expect(stack.stateText()).not.to.include("made by the operator").and.not.to.include(password);
  });

  it("outlive the custom resources and their definitions after the printed commands", async () => {
    const { script } = adoption(exported, { namespace: "operator", deployment: "vm-operator" });
    const { status, output } = cluster.shell(script);
    expect(status, output).to.equal(0);
    await cluster.settle(namespace);
    const now = snapshot();
    expectUntouched(now);
    for (const [key, { metadata }] of now.objects) {
      expect(metadata.ownerReferences ?? [], key).to.deep.equal([]);
      expect(metadata.finalizers ?? [], key).not.to.include(finalizer);
      expect(
        metadata.managedFields?.map(({ manager }) => manager),
        key,
      ).not.to.include(operatorManager);
    }
    expect(now.objects.get("PersistentVolumeClaim/vmsingle-main")?.metadata.finalizers).to.deep.equal(["kubernetes.io/pvc-protection"]);
    expect(cluster.kubectl(["get", "customresourcedefinitions", "-o", "name"])).not.to.include("victoriametrics");
    expect(cluster.object("deployment", "vm-operator", "operator").spec.replicas).to.equal(0);
  });

  it("take the end of adopt, and changes after it, with nothing in the way", async () => {
    stack.program = program();
    const removed = succeeded(await stack.up());
    expect([...operationsOf(removed)], removed.output).to.have.members(["same", "update"]);
    expectUntouched(snapshot());
    exported = custom.map((resource) =>
      resource.kind === "VMAgent"
        ? { ...resource, spec: { ...(resource.spec as object), extraArgs: { "memory.allowedPercent": "50" } } }
        : resource,
    );
    const changed = succeeded(await stack.up());
    expect(operationsOf(changed), changed.output).not.to.include("replace");
    const containers = object("Deployment/vmagent-main").spec.template.spec.containers as { name: string; args: string[] }[];
    expect(containers.flatMap(({ args }) => args)).to.include("-memory.allowedPercent=50");
  });
});
