import { expect } from "chai";
import type { ContainerStatus, LiveEvent, LivePod, LiveWorkload } from "../../../provider/readiness/live-objects";
import { readinessReport } from "../../../provider/readiness/readiness-report";

const fields = { path: "spec.vmstorage", container: "vmstorage" };

const workload = (parts: Partial<LiveWorkload>): LiveWorkload => ({
  kind: "StatefulSet",
  namespace: "shop",
  name: "vmstorage-main",
  pods: [],
  claims: [],
  events: [],
  ...parts,
});

/** A pod on a node; `more` is its status. */
const pod = (more: LivePod["status"] = {}, name = "vmstorage-main-0", spec: LivePod["spec"] = { nodeName: "one" }): LivePod => ({
  metadata: { name, uid: `uid of ${name}` },
  spec,
  status: { phase: "Pending", conditions: [{ type: "Ready", status: "False", reason: "ContainersNotReady" }], ...more },
});
const withContainer = (container: Omit<ContainerStatus, "name">, name = "vmstorage"): LivePod =>
  pod({ containerStatuses: [{ name, ...container }] });
const waiting = (reason: string, message?: string) => ({ state: { waiting: { reason, message } } });
const event = (reason: string, message: string, more: Partial<LiveEvent> = {}): LiveEvent => ({
  type: "Warning",
  reason,
  message,
  involvedObject: { kind: "Pod", name: "vmstorage-main-0" },
  ...more,
});
const unplaced = (message: string, name?: string): LivePod =>
  pod({ conditions: [{ type: "PodScheduled", status: "False", reason: "Unschedulable", message }] }, name, {
    volumes: [{ persistentVolumeClaim: { claimName: "data-0" } }],
  });

/** Lines below the first one. */
const sections = (parts: Partial<LiveWorkload>): string[] =>
  (readinessReport(workload(parts), fields) ?? "")
    .split("\n")
    .slice(1)
    .map((line) => line.trim());

describe("the report about pods that are not ready", () => {
  it("names the object and how many of its pods are ready", () => {
    const ready = pod({ conditions: [{ type: "Ready", status: "True" }] }, "vmstorage-main-1");
    const [first] = readinessReport(workload({ pods: [withContainer(waiting("ErrImagePull")), ready] }), fields)?.split("\n") ?? [];
    expect(first).to.equal("StatefulSet shop/vmstorage-main is not ready, 1 of 2 pods are:");
  });

  it("is none where all pods are ready", () => {
    expect(readinessReport(workload({ pods: [pod({ conditions: [{ type: "Ready", status: "True" }] })] }), fields)).to.equal(undefined);
  });

  const of = "Pod vmstorage-main-0, container vmstorage:";
  const cases: Readonly<Record<string, [parts: Partial<LiveWorkload>, first: string, remedy: RegExp]>> = {
    "an image that does not exist, with the registry's own answer": [
      {
        pods: [withContainer({ image: "vm:none", ...waiting("ImagePullBackOff", 'Back-off pulling image "vm:none"') })],
        events: [
          event("Failed", 'Failed to pull image "vm:none": manifest unknown', { lastTimestamp: "2026-01-01T00:00:02Z" }),
          event("Failed", 'Failed to pull image "vm:none": context deadline exceeded', { lastTimestamp: "2026-01-01T00:00:01Z" }),
        ],
      },
      `${of} ImagePullBackOff: Failed to pull image "vm:none": manifest unknown`,
      /^The registry has no such image: correct spec\.vmstorage\.image\.$/,
    ],
    "an image that the registry refuses": [
      { pods: [withContainer(waiting("ErrImagePull", "401 Unauthorized"))] },
      `${of} ErrImagePull: 401 Unauthorized`,
      /credentials for it in spec\.vmstorage\.imagePullSecrets/,
    ],
    "a crash, with the last words of the program": [
      {
        pods: [
          withContainer({
            ...waiting("CrashLoopBackOff", "back-off 40s"),
            lastState: { terminated: { exitCode: 1, reason: "Error", message: "one\ntwo\nthree\nfour\n" } },
          }),
        ],
      },
      `${of} CrashLoopBackOff: it ended with exit code 1; two; three; four`,
      /^The program ends by itself: .*spec\.vmstorage\.extraArgs/,
    ],
    "a lack of memory": [
      { pods: [withContainer({ ...waiting("CrashLoopBackOff"), lastState: { terminated: { exitCode: 137, reason: "OOMKilled" } } })] },
      `${of} OOMKilled: it ended with exit code 137`,
      /raise limits\.memory in spec\.vmstorage\.resources/,
    ],
    "an end between two starts": [
      { pods: [withContainer({ state: { terminated: { signal: 11, exitCode: 139 } } })] },
      `${of} CrashLoopBackOff: it ended with signal 11`,
      /program ends by itself/,
    ],
    "a Secret of a variable that is missing": [
      { pods: [withContainer(waiting("CreateContainerConfigError", 'secret "given" not found'))] },
      `${of} CreateContainerConfigError: secret "given" not found`,
      /create the Secret or ConfigMap.*spec\.vmstorage\.extraEnvs/,
    ],
    "a Secret of a volume that is missing": [
      {
        pods: [withContainer(waiting("ContainerCreating"))],
        events: [event("FailedMount", 'MountVolume.SetUp failed for volume "secret-a" : secret "a" not found')],
      },
      'Pod vmstorage-main-0: FailedMount: MountVolume.SetUp failed for volume "secret-a" : secret "a" not found',
      /^A volume has no content: .*spec\.vmstorage\.secrets/,
    ],
    "a pod that no node has room for": [
      { pods: [unplaced("0/3 nodes are available: 3 Insufficient memory.")] },
      "Pod vmstorage-main-0: Unschedulable: 0/3 nodes are available: 3 Insufficient memory.",
      /lower requests in spec\.vmstorage\.resources/,
    ],
    "a pod with labels that no node has": [
      { pods: [unplaced("0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.")] },
      "Pod vmstorage-main-0: Unschedulable: 0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.",
      /correct spec\.vmstorage\.nodeSelector/,
    ],
    "a pod that taints keep off": [
      { pods: [unplaced("0/1 nodes are available: 1 node(s) had untolerated taint {a: b}.")] },
      "Pod vmstorage-main-0: Unschedulable: 0/1 nodes are available: 1 node(s) had untolerated taint {a: b}.",
      /spec\.vmstorage\.tolerations/,
    ],
    "a claim without a volume, and not the pod that waits for it": [
      {
        pods: [unplaced("0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.")],
        claims: [
          { metadata: { name: "data-0" }, spec: { storageClassName: "fast" }, status: { phase: "Pending" } },
          { metadata: { name: "another" }, status: { phase: "Pending" } },
        ],
        events: [
          event("ProvisioningFailed", 'storageclass "fast" not found', {
            involvedObject: { kind: "PersistentVolumeClaim", name: "data-0" },
          }),
        ],
      },
      'PersistentVolumeClaim data-0: ClaimPending: storage class fast; storageclass "fast" not found',
      /correct storageClassName where spec\.vmstorage asks for storage/,
    ],
    "a probe that fails": [
      { pods: [withContainer({ state: { running: {} } })], events: [event("Unhealthy", "Readiness probe failed: 503")] },
      `${of} Unhealthy: Readiness probe failed: 503`,
      /spec\.vmstorage\.readinessProbe/,
    ],
    "a pod whose deletion does not end": [
      { pods: [{ ...pod(), metadata: { name: "vmstorage-main-0", deletionTimestamp: "2026-01-01T00:00:00Z" } }] },
      "Pod vmstorage-main-0: Terminating: it is being deleted on node one",
      /if its node is gone, delete the Node object/,
    ],
    "an eviction": [
      { pods: [pod({ phase: "Failed", reason: "Evicted", message: "The node was low on resource: memory." })] },
      "Pod vmstorage-main-0: Evicted: The node was low on resource: memory.",
      /free memory and disk there/,
    ],
    "pods that the cluster refuses": [
      {
        events: [
          event("FailedCreate", "exceeded quota: small", { involvedObject: { kind: "StatefulSet", name: "vmstorage-main" } }),
          event("FailedCreate", "of another", { involvedObject: { kind: "StatefulSet", name: "vmstorage-other" } }),
        ],
      },
      "StatefulSet vmstorage-main: FailedCreate: exceeded quota: small",
      /raise the quota/,
    ],
    "a reason that the table does not have": [
      { pods: [withContainer(waiting("NewInKubernetes", "words"))] },
      `${of} NewInKubernetes: words`,
      /kubectl describe pod/,
    ],
  };
  for (const [title, [parts, first, remedy]] of Object.entries(cases)) {
    it(`names ${title}`, () => {
      const found = sections(parts);
      expect(found).to.have.length(2);
      expect(found[0]).to.equal(first);
      expect(found[1]).to.match(remedy);
    });
  }

  it("leaves out a claim that waits for its pod to be placed", () => {
    const claims = [{ metadata: { name: "data-0" }, status: { phase: "Pending" } }];
    const involvedObject = { kind: "PersistentVolumeClaim", name: "data-0" };
    const events = [event("WaitForFirstConsumer", "waiting for first consumer", { type: "Normal", involvedObject })];
    expect(sections({ pods: [unplaced("0/1 nodes: Insufficient cpu")], claims, events })[0]).to.match(
      /^Pod vmstorage-main-0: Unschedulable/,
    );
  });

  it("says once what several pods have in common", () => {
    const names = ["a", "b", "c", "d", "e"];
    const pods = names.map((name) => unplaced(`0/1 nodes are available for ${name}x: Insufficient cpu`, `${name}x`));
    const found = sections({ pods });
    expect(found).to.have.length(2);
    expect(found[0]).to.match(/^Pod ax, bx, cx and 2 more: Unschedulable/);
  });

  it("names an init container that holds up the others", () => {
    const initContainerStatuses = [{ name: "config-init", ...waiting("ImagePullBackOff", "no such host") }];
    const found = sections({
      pods: [pod({ initContainerStatuses, containerStatuses: [{ name: "vmstorage", ...waiting("PodInitializing") }] })],
    });
    expect(found[0]).to.equal("Pod vmstorage-main-0, container config-init: ImagePullBackOff: no such host");
    expect(found[1]).to.include("correct spec.vmstorage.configReloaderImage");
  });

  it("names the fields of backups and of the user's own containers", () => {
    const remedyOf = (name: string) => sections({ pods: [withContainer(waiting("ErrImagePull", "manifest unknown"), name)] })[1];
    expect(remedyOf("vmbackuper")).to.include("correct spec.vmstorage.vmBackup.image.");
    expect(remedyOf("own")).to.include("correct spec.vmstorage.containers[own].image.");
  });

  it("passes over events about an earlier pod of the same name", () => {
    const involvedObject = { kind: "Pod", name: "vmstorage-main-0", uid: "earlier" };
    const events = [event("FailedMount", "of the earlier pod", { involvedObject })];
    expect(sections({ pods: [withContainer(waiting("ContainerCreating"))], events })[0]).to.not.include("earlier");
  });
});
