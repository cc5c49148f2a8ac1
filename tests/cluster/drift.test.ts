import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import type { Cluster, LiveObject } from "./cluster";
import { sharedCluster } from "./shared";

const namespace = "drifting";
const metadata = { namespace };
const selected = "deployments,services,secrets,serviceaccounts";

describe("objects that were changed by hand", () => {
  let cluster: Cluster;
  let stack: TestStack;
  let first: ReadonlyMap<string, LiveObject>;

  const program = async (): Promise<void> => {
    const database = new victoriametrics.VMSingle("main", { metadata, spec: { retentionPeriod: "1" } });
    new victoriametrics.VMAgent("main", {
      metadata,
      spec: { replicaCount: 2, selectAllByDefault: true, remoteWrite: [{ url: database.remoteWriteUrl }] },
      selectFrom: [database],
    });
    new victoriametrics.VMCluster("big", {
      metadata,
      spec: {
        retentionPeriod: "1",
        vmstorage: { replicaCount: 1 },
        vminsert: { replicaCount: 1, hpa: { minReplicas: 1, maxReplicas: 4 } },
      },
    });
  };
  const live = (): Map<string, LiveObject> =>
    new Map(cluster.objects(selected, namespace).map((object) => [`${object.kind}/${object.metadata.name}`, object]));
  const object = (kind: string, name: string): LiveObject => cluster.object(kind, name, namespace);
  const inNamespace = (...args: string[]): string => cluster.kubectl([...args, `--namespace=${namespace}`]);
  const patch = (target: string, change: object, manager: string): string =>
    inNamespace("patch", target, "--type=strategic", `--field-manager=${manager}`, `--patch=${JSON.stringify(change)}`);
  const converge = async (): Promise<Run> => {
    const run = succeeded(await stack.up({ refresh: true }));
    await cluster.settle(namespace);
    return run;
  };
  /** The first container's arguments. */
  const argumentsOf = (name: string): string[] => object("deployment", name).spec.template.spec.containers.flatMap(({ args = [] }) => args);

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
    stack = await TestStack.create(program, { cluster: true, env: { KUBECONFIG: cluster.kubeconfig } });
    await converge();
    first = live();
  });
  after(() => stack.remove());

  it("come back by up --refresh where they were deleted", async () => {
    inNamespace("delete", "serviceaccount/vmsingle-main", "deployment/vmsingle-main", "service/vmagent-main", "secret/vmagent-main");
    await converge();
    expect([...live().keys()].sort()).to.deep.equal([...first.keys()].sort());
    const uid = (from: ReadonlyMap<string, LiveObject>): string | undefined => from.get("Deployment/vmsingle-main")?.metadata.uid;
    expect(uid(live())).not.to.equal(uid(first));
    expect(object("secret", "vmagent-main").data).to.deep.equal(first.get("Secret/vmagent-main")?.data);
  });

  it("are put right by force where their fields were set, since the setter owns them: without it the error names setter and field", async () => {
    const [container] = object("deployment", "vmagent-main").spec.template.spec.containers;
    const args = argumentsOf("vmagent-main");
    patch(
      "deployment/vmagent-main",
      { spec: { template: { spec: { containers: [{ name: container.name, args: ["-wrong=1"] }] } } } },
      "by-hand",
    );
    inNamespace("scale", "deployment/vmagent-main", "--replicas=1");
    const { data } = object("secret", "vmagent-main");
    patch("secret/vmagent-main", { data: { "vmagent.yaml.gz": "d3Jvbmc=" } }, "by-hand");
    patch("service/vmsingle-main", { spec: { selector: { "app.kubernetes.io/name": "nothing" } } }, "by-hand");
    const plain = await stack.up({ refresh: true });
    expect(plain.failed).to.equal(true);
    expect(plain.errors.join("\n")).to.include('conflict with "by-hand" using v1: .spec.selector');
    stack.setEnvironment({ PULUMI_K8S_ENABLE_PATCH_FORCE: "true" });
    await converge();
    stack.setEnvironment({ PULUMI_K8S_ENABLE_PATCH_FORCE: "false" });
    expect([...live().keys()].sort()).to.deep.equal([...first.keys()].sort());
    expect(argumentsOf("vmagent-main")).to.deep.equal(args);
    expect(object("deployment", "vmagent-main").spec.replicas).to.equal(2);
    expect(object("secret", "vmagent-main").data).to.deep.equal(data);
    expect(object("service", "vmsingle-main").spec.selector).to.deep.equal(first.get("Service/vmsingle-main")?.spec.selector);
  });

  it("keep what others own: the pods of an autoscaler, a sidecar, and annotations of controllers", async () => {
    inNamespace("scale", "deployment/vminsert-big", "--replicas=3");
    const sidecar = { name: "proxy", image: "proxy:1" };
    const pod = { metadata: { annotations: { "injected.example.com/at": "noon" } }, spec: { containers: [sidecar] } };
    patch(
      "deployment/vmagent-main",
      { metadata: { annotations: { "controller.example.com/seen": "yes" } }, spec: { template: pod } },
      "injector",
    );
    patch("service/vmagent-main", { metadata: { annotations: { "balancer.example.com/id": "7" } } }, "balancer");
    await cluster.settle(namespace);
    const pods = cluster.objects("pods", namespace).map(({ metadata: { uid } }) => uid);
    await converge();
    expect(object("deployment", "vminsert-big").spec.replicas).to.equal(3);
    const agent = object("deployment", "vmagent-main");
    expect(agent.spec.template.spec.containers.map(({ name }: { name: string }) => name)).to.include("proxy");
    expect(agent.metadata.annotations).to.include({ "controller.example.com/seen": "yes" });
    expect(agent.spec.template.metadata.annotations).to.include({ "injected.example.com/at": "noon" });
    expect(object("service", "vmagent-main").metadata.annotations).to.include({ "balancer.example.com/id": "7" });
    expect(cluster.objects("pods", namespace).map(({ metadata: { uid } }) => uid)).to.have.members(pods);
  });

  it("need nothing afterwards, though a sidecar that moves the other containers along shows an update that restarts nothing", async () => {
    const { operations, output } = await stack.preview();
    expect(
      Object.entries(operations).filter(([, operation]) => operation !== "same"),
      output,
    ).to.deep.equal([["kubernetes:apps/v1:Deployment::main-vmagent-deployment", "update"]]);
    const withoutSidecar = { spec: { template: { spec: { containers: [{ name: "proxy", $patch: "delete" }] } } } };
    patch("deployment/vmagent-main", withoutSidecar, "injector");
    await converge();
    const after = await stack.preview();
    expect(new Set(Object.values(after.operations)), after.output).to.deep.equal(new Set(["same"]));
    succeeded(await stack.destroy());
  });
});
