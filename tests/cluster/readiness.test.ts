import { readFileSync } from "node:fs";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { PulumiFn } from "@pulumi/pulumi/automation";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { type Run, TestStack } from "../engine/stack";
import { remote } from "../sdk/remote";
import { plugin } from "../sdk/stack";
import { succeeded } from "../succeeded";
import type { Cluster } from "./cluster";
import { sharedCluster } from "./shared";

const namespace = "unready";
const secret = "planted-4c1f9a";

/** A pod that fails in a way that the simulated node knows. */
const failing = (fails: string, lastWords?: pulumi.Input<string>) => ({
  podMetadata: { annotations: { "tests.example/fails": fails, ...(lastWords && { "tests.example/last-words": lastWords }) } },
});

describe("pods that do not get ready", () => {
  let cluster: Cluster;
  let stack: TestStack | undefined;

  const create = async (program: PulumiFn): Promise<TestStack> => {
    // All at once, so that each waits for its own time limit.
    const env = { KUBECONFIG: cluster.kubeconfig, PULUMI_PARALLEL: "64" };
    stack = await TestStack.create(program, { cluster: true, env, plugins: [plugin] });
    return stack;
  };
  /** A provider whose kubeconfig is nowhere else. */
  const provider = (): kubernetes.Provider =>
    new kubernetes.Provider("own", { kubeconfig: pulumi.secret(readFileSync(cluster.kubeconfig, "utf8")) });
  /** The error of the run about one workload, beside the provider's. */
  const reportOf = ({ errors }: Run, workload: string): string =>
    errors.find((error) => error.startsWith(`${workload} is not ready`)) ?? "";

  before(async () => {
    cluster = await sharedCluster();
    cluster.apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]);
  });
  afterEach(() => stack?.remove());

  describe("as a run ends", () => {
    let run: Run;
    before(async () => {
      const claim = { spec: { storageClassName: "none", resources: { requests: { storage: "1Gi" } } } };
      const specs: Readonly<Record<string, object>> = {
        image: failing("image"),
        mount: failing("mount"),
        variable: failing("variable"),
        probe: failing("probe"),
        memory: failing("memory"),
        crash: failing("crash", pulumi.secret(`no license ${secret}`)),
        place: { nodeSelector: { disk: "none" } },
      };
      const unready = await create(async () => {
        const options = { customTimeouts: { create: "8s" }, provider: provider() };
        for (const [name, spec] of Object.entries(specs))
          new victoriametrics.VMSingle(name, { metadata: { namespace }, spec: { retentionPeriod: "1", ...spec } }, options);
        const vmstorage = { replicaCount: 2, storage: { volumeClaimTemplate: claim } };
        new victoriametrics.VMCluster("claim", { metadata: { namespace }, spec: { retentionPeriod: "1", vmstorage } }, options);
      });
      run = await unready.up();
    });

    const cases: Readonly<Record<string, readonly [workload: string, reason: RegExp, remedy: string]>> = {
      "an image": [
        "Deployment unready/vmsingle-image",
        /Pod vmsingle-image-\w+-\w+, container vmsingle: ImagePullBackOff: Back-off pulling image/,
        "correct spec.image",
      ],
      "a Secret of a volume": [
        "Deployment unready/vmsingle-mount",
        /Pod vmsingle-mount-\w+-\w+: FailedMount: MountVolume.SetUp failed .* secret "given" not found/,
        "correct spec.secrets",
      ],
      "a Secret of a variable": [
        "Deployment unready/vmsingle-variable",
        /container vmsingle: CreateContainerConfigError: secret "given" not found/,
        "create the Secret",
      ],
      "an answer to the probe": [
        "Deployment unready/vmsingle-probe",
        /container vmsingle: Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503/,
        "spec.readinessProbe",
      ],
      memory: [
        "Deployment unready/vmsingle-memory",
        /container vmsingle: OOMKilled: it ended with exit code 137/,
        "raise limits.memory in spec.resources",
      ],
      "a program that stays": [
        "Deployment unready/vmsingle-crash",
        /container vmsingle: CrashLoopBackOff: it ended with exit code 1; no license|CrashLoopBackOff: it ended with exit code 1; \[secret\]/,
        "spec.extraArgs",
      ],
      "a node": [
        "Deployment unready/vmsingle-place",
        /Pod vmsingle-place-\w+-\w+: Unschedulable: 0\/1 nodes are available: 1 node\(s\) didn't match/,
        "correct spec.nodeSelector",
      ],
      "a volume": [
        "StatefulSet unready/vmstorage-claim",
        /PersistentVolumeClaim vmstorage-db-vmstorage-claim-0, .*-1: ClaimPending: storage class none; storageclass.storage.k8s.io "none" not found/,
        "correct storageClassName where spec.vmstorage asks for storage",
      ],
    };
    for (const [missing, [workload, reason, remedy]] of Object.entries(cases)) {
      it(`for want of ${missing} are named with the reason and the remedy`, () => {
        const report = reportOf(run, workload);
        expect(report, run.output).to.match(reason);
        expect(report).to.include(remedy);
      });
    }

    it("give their last words without secrets", () => {
      const report = reportOf(run, "Deployment unready/vmsingle-crash");
      expect(report).to.include("[secret]").and.not.include(secret);
    });
  });

  it("are named by the plugin too, with a provider of the program's own", async () => {
    const program = async (): Promise<void> => {
      const options = { customTimeouts: { create: "8s" }, provider: provider() };
      new remote.VMSingle("remote", { metadata: { namespace }, spec: { retentionPeriod: "1", ...failing("image") } }, options);
    };
    const run = await (await create(program)).up();
    const report = reportOf(run, "Deployment unready/vmsingle-remote");
    expect(report, run.output).to.include("ImagePullBackOff").and.to.include("correct spec.image");
  });

  it("are named after an update too, and after one that waits once more", async () => {
    const program =
      (spec: object): PulumiFn =>
      async () => {
        const options = { customTimeouts: { create: "60s", update: "15s" }, provider: provider() };
        new victoriametrics.VMSingle("updated", { metadata: { namespace }, spec: { retentionPeriod: "1", ...spec } }, options);
      };
    const updated = await create(program({}));
    succeeded(await updated.up());
    updated.program = program(failing("memory"));
    for (let time = 1; time <= 2; time++) {
      const run = await updated.up();
      expect(reportOf(run, "Deployment unready/vmsingle-updated"), run.output).to.include("OOMKilled");
    }
    updated.program = program({});
    succeeded(await updated.up());
  });

  it("hold an update of a StatefulSet up, and what comes after it", async () => {
    const before = process.env.KUBECONFIG;
    process.env.KUBECONFIG = cluster.kubeconfig;
    const program =
      (storage: object, select: object): PulumiFn =>
      async () => {
        const parts = { vmstorage: { replicaCount: 2, ...storage }, vmselect: { replicaCount: 1, ...select } };
        const options = { customTimeouts: { create: "1m", update: "6s" } };
        new victoriametrics.VMCluster("held", { metadata: { namespace }, spec: { retentionPeriod: "1", ...parts } }, options);
      };
    const isUpdated = ({ operations }: Run, part: string): boolean =>
      Object.entries(operations).some(
        ([name, operation]) => operation === "update" && /StatefulSet|Deployment/.test(name) && name.includes(part),
      );
    try {
      const select = { extraArgs: { "search.maxQueryLen": "32KB" } };
      const held = await create(program({}, {}));
      succeeded(await held.up());
      held.program = program(failing("memory"), select);
      const run = await held.up();
      expect(run.failed).to.equal(true);
      expect(reportOf(run, "StatefulSet unready/vmstorage-held"), run.output).to.include("raise limits.memory in spec.vmstorage.resources");
      expect(run.errors.join("\n")).to.match(/the pods of StatefulSet unready\/vmstorage-held were not updated and ready within 6 s/);
      expect([isUpdated(run, "vmstorage"), isUpdated(run, "vmselect")], run.output).to.deep.equal([true, false]);
      // A StatefulSet does not replace a pod that never became ready, unless it comes to it in order.
      cluster.kubectl(["delete", "pods", `--namespace=${namespace}`, "--selector=app.kubernetes.io/name=vmstorage"]);
      held.program = program({}, select);
      const next = succeeded(await held.up());
      expect([isUpdated(next, "vmstorage"), isUpdated(next, "vmselect")], next.output).to.deep.equal([true, true]);
    } finally {
      if (before === undefined) delete process.env.KUBECONFIG;
      else process.env.KUBECONFIG = before;
    }
  });
});
