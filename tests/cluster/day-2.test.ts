import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { sharedCluster } from "./shared";

const namespace = "later";
const metadata = { namespace };
const claim = (storageClassName: string) => ({ storageClassName, resources: { requests: { storage: "1Gi" } } });
const url = (name: string): string => `http://vmsingle-${name}.${namespace}.svc:8428/api/v1/write`;

/** The program of the guide for day 2, in one of its states. */
interface State {
  /** The storage classes of databases, by the databases' names. */
  readonly databases?: Readonly<Record<string, string>>;
  readonly nodes?: number;
  readonly emptied?: readonly number[];
  readonly paused?: boolean;
}

const program =
  ({ databases = { small: "slow" }, nodes = 3, emptied = [], paused = false }: State = {}) =>
  async (): Promise<void> => {
    for (const [name, storageClass] of Object.entries(databases))
      new victoriametrics.VMSingle(name, { metadata, spec: { retentionPeriod: "1", storage: claim(storageClass), paused } });
    new victoriametrics.VMAgent("main", {
      metadata,
      spec: { ingestOnlyMode: true, remoteWrite: Object.keys(databases).map((name) => ({ url: url(name) })) },
    });
    new victoriametrics.VMCluster("main", {
      metadata,
      spec: {
        retentionPeriod: "1",
        replicationFactor: 2,
        vmstorage: {
          replicaCount: nodes,
          storage: { volumeClaimTemplate: { spec: claim("slow") } },
          ...(emptied.length > 0 && { maintenanceInsertNodeIDs: [...emptied] }),
        },
        vmselect: { replicaCount: 1 },
        vminsert: { replicaCount: 1 },
      },
    });
  };

/** A storage class with a volume for each of its claims. */
const withVolumes = (storageClassName: string, count: number): object[] => [
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: storageClassName },
    provisioner: "kubernetes.io/no-provisioner",
    volumeBindingMode: "WaitForFirstConsumer",
  },
  ...Array.from({ length: count }, (_, index) => ({
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: `${storageClassName}-${index}` },
    spec: {
      accessModes: ["ReadWriteOnce"],
      capacity: { storage: "1Gi" },
      storageClassName,
      hostPath: { path: `/nowhere/${storageClassName}/${index}` },
    },
  })),
];

describe("the procedures of the guide for day 2", () => {
  let cluster: Cluster;
  let stack: TestStack;

  const up = async (state?: State): Promise<Run> => {
    stack.program = program(state);
    return succeeded(await stack.up());
  };
  const inNamespace = (...args: string[]): string => cluster.kubectl([...args, `--namespace=${namespace}`]);
  /** The hosts in an argument of a workload's first container. */
  const hostsOf = (kind: string, name: string, flag: string): string[] => {
    const args: string[] = cluster.object(kind, name, namespace).spec.template.spec.containers[0].args;
    const value = args.find((argument) => argument.startsWith(`-${flag}=`)) ?? "";
    return [...value.matchAll(/vm(?:storage-main|single)-\w+/g)].map(([host]) => host);
  };
  const claims = (): Record<string, string> =>
    Object.fromEntries(
      cluster.objects("persistentvolumeclaims", namespace).map(({ metadata: { name }, spec }) => [name, spec.storageClassName]),
    );
  const uidOf = (kind: string, name: string): string => cluster.object(kind, name, namespace).metadata.uid;

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([
      { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
      ...withVolumes("slow", 4),
      ...withVolumes("fast", 1),
    ]);
    stack = await TestStack.create(program(), { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    await up();
  });
  after(() => stack.remove());

  it("find no drift where nothing was changed, nor after a restart of pods by hand", async () => {
    succeeded(await stack.previewOfDrift());
    inNamespace("rollout", "restart", "deployment/vmsingle-small");
    await cluster.settle(namespace);
    succeeded(await stack.previewOfDrift());
  });

  it("name an object that was deleted by hand, and fail because of it", async () => {
    inNamespace("delete", "service/vmagent-main");
    const { failed, output } = await stack.previewOfDrift();
    expect(failed).to.equal(true);
    expect(output)
      .to.include("main-vmagent-service")
      .and.to.match(/no changes were expected/i);
    succeeded(await stack.up({ refresh: true }));
    succeeded(await stack.previewOfDrift());
  });

  it("empty the last storage node, and then take it away, while its claim stays", async () => {
    const node = uidOf("statefulset", "vmstorage-main");
    await up({ emptied: [2] });
    expect(hostsOf("deployment", "vminsert-main", "storageNode")).to.deep.equal(["vmstorage-main-0", "vmstorage-main-1"]);
    expect(hostsOf("statefulset", "vmselect-main", "storageNode")).to.include("vmstorage-main-2");
    await up({ nodes: 2 });
    await cluster.settle(namespace);
    expect(hostsOf("statefulset", "vmselect-main", "storageNode")).to.deep.equal(["vmstorage-main-0", "vmstorage-main-1"]);
    expect(uidOf("statefulset", "vmstorage-main")).to.equal(node);
    expect(Object.keys(claims())).to.include("vmstorage-db-vmstorage-main-2");
  });

  it("are refused another storage class in place, and move to a second database with it", async () => {
    stack.program = program({ databases: { small: "fast" }, nodes: 2 });
    const { failed, errors } = await stack.preview();
    expect(failed).to.equal(true);
    expect(errors.join("\n")).to.include("storageClassName");
    const first = uidOf("deployment", "vmsingle-small");
    await up({ databases: { small: "slow", fast: "fast" }, nodes: 2 });
    expect(uidOf("deployment", "vmsingle-small")).to.equal(first);
    expect(hostsOf("deployment", "vmagent-main", "remoteWrite.url")).to.deep.equal(["vmsingle-small", "vmsingle-fast"]);
    await up({ databases: { fast: "fast" }, nodes: 2 });
    await cluster.settle(namespace);
    expect(cluster.objects("deployments", namespace).map(({ metadata: { name } }) => name)).not.to.include("vmsingle-small");
    expect(claims()).to.include({ "vmsingle-small": "slow", "vmsingle-fast": "fast" });
  });

  it("leave the work of a hand alone while paused, and take it back afterwards", async () => {
    const state = { databases: { fast: "fast" }, nodes: 2 };
    await up({ ...state, paused: true });
    inNamespace("scale", "deployment/vmsingle-fast", "--replicas=0");
    succeeded(await stack.up({ refresh: true }));
    expect(cluster.object("deployment", "vmsingle-fast", namespace).spec.replicas).to.equal(0);
    stack.setEnvironment({ PULUMI_K8S_ENABLE_PATCH_FORCE: "true" });
    stack.program = program(state);
    succeeded(await stack.up({ refresh: true }));
    expect(cluster.object("deployment", "vmsingle-fast", namespace).spec.replicas).to.equal(1);
    succeeded(await stack.previewOfDrift());
  });
});
