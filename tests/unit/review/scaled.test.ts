import { expect } from "chai";
import { rolloutOf } from "../../../provider/review/rollouts";
import { sentencesOf } from "../../../provider/review/sentences";
import { changeOfManifests } from "../../../provider/review/sources/manifest-change";
import { changeOfSteps } from "../../../provider/review/sources/preview";

type Data = Readonly<Record<string, unknown>>;

const hpa = { minReplicas: 2, maxReplicas: 9 };

/** A VMAuth and a VMCluster with autoscalers, as far as `spec` says. */
const change = (old: Data, now: Data) => {
  const manifests = (spec: Data) => [
    { apiVersion: "operator.victoriametrics.com/v1beta1", kind: "VMAuth", metadata: { name: "main", namespace: "m" }, spec },
    {
      apiVersion: "operator.victoriametrics.com/v1beta1",
      kind: "VMCluster",
      metadata: { name: "main", namespace: "m" },
      spec: { vmstorage: { replicaCount: 2 }, vmselect: spec },
    },
  ];
  return changeOfManifests({ manifests: manifests(old) }, { manifests: manifests(now) });
};

const rollouts = (old: Data, now: Data) =>
  Object.fromEntries(
    change(old, now)
      .objects.flatMap((object) => rolloutOf(object) ?? [])
      .map((rollout) => [rollout.workload, rollout]),
  );

const summary = (old: Data, now: Data): string => sentencesOf(change(old, now)).text;

describe("a review of workloads with an autoscaler", () => {
  it("names no pods and no number of them where they restart", () => {
    const found = rollouts({ replicaCount: 3, hpa }, { replicaCount: 3, hpa, logLevel: "WARN" });
    expect(found["Deployment/m/vmauth-main"]).to.deep.include({
      restarts: { areScaled: true },
      how: "up to 25% more and 25% fewer of them meanwhile",
    });
    expect(found["StatefulSet/m/vmselect-main"]).to.deep.include({ restarts: { areScaled: true }, how: "one by one, from the last" });
    expect(summary({ replicaCount: 3, hpa }, { replicaCount: 3, hpa, logLevel: "WARN" })).to.contain(
      "Deployment m/vmauth-main restarts all its pods (their number is an autoscaler's), because of",
    );
  });

  it("claims neither new nor fewer pods where the autoscaler comes or goes", () => {
    expect(rollouts({ replicaCount: 5 }, { replicaCount: 5, hpa })).to.not.have.property("Deployment/m/vmauth-main");
    const found = rollouts({ replicaCount: 3, hpa }, { replicaCount: 1 })["Deployment/m/vmauth-main"];
    expect([found?.starts, found?.ends, found?.restarts]).to.deep.equal([undefined, undefined, undefined]);
    expect(summary({ replicaCount: 3, hpa }, { replicaCount: 1 })).not.to.match(/from 3/);
  });

  it("names no number either where the workload is stopped, or starts again", () => {
    const stopped = rollouts({ replicaCount: 3, hpa }, { replicaCount: 0 })["Deployment/m/vmauth-main"];
    expect([stopped?.ends, stopped?.starts]).to.deep.equal([{ areScaled: true }, undefined]);
    const started = rollouts({ replicaCount: 0, hpa }, { replicaCount: 2 })["Deployment/m/vmauth-main"];
    expect([started?.ends, started?.starts]).to.deep.equal([undefined, { areScaled: true }]);
  });

  it("knows from a preview that others set the number of pods", () => {
    const state = (image: string, ignoreChanges: readonly string[]) => ({
      type: "kubernetes:apps/v1:Deployment",
      ignoreChanges,
      inputs: {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "main", namespace: "m" },
        spec: { replicas: 2, template: { spec: { containers: [{ name: "main", image }] } } },
      },
    });
    const restarts = (old: readonly string[], now: readonly string[]) => {
      const { objects } = changeOfSteps([{ op: "update", urn: "", oldState: state("a", old), newState: state("b", now) }]);
      return objects.map((object) => rolloutOf(object)?.restarts);
    };
    expect(restarts([], [])).to.deep.equal([{ count: 2 }]);
    expect(restarts(["spec.replicas"], ["spec.replicas"])).to.deep.equal([{ areScaled: true }]);
    expect(restarts(["spec.replicas"], [])).to.deep.equal([{ areScaled: true }]);
  });
});
