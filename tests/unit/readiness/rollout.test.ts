import { expect } from "chai";
import { type LiveRollout, rolloutOf } from "../../../provider/readiness/rollout";

const set = (status: LiveRollout["status"], spec: LiveRollout["spec"] = {}): LiveRollout => ({
  metadata: { generation: 2 },
  spec: { replicas: 3, ...spec },
  status: { observedGeneration: 2, readyReplicas: 3, updatedReplicas: 3, currentRevision: "a", updateRevision: "b", ...status },
});

describe("the update of a StatefulSet", () => {
  const cases: Readonly<Record<string, [set: LiveRollout, isComplete: boolean]>> = {
    "has not begun while its controller has not noticed it": [set({ observedGeneration: 1, currentRevision: "b" }), false],
    "is under way while pods are of before": [set({ updatedReplicas: 2 }), false],
    "is under way while a pod is not ready": [set({ readyReplicas: 2 }), false],
    "is complete with all pods": [set({}), true],
    "is complete where only what is no pod's has changed": [set({ currentRevision: "b", updatedReplicas: undefined }), true],
    "is complete without the pods that its partition keeps": [
      set({ updatedReplicas: 1 }, { updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 2 } } }),
      true,
    ],
    "is complete at once where pods are replaced by hand": [set({ updatedReplicas: 0 }, { updateStrategy: { type: "OnDelete" } }), true],
    "is complete with no pods": [set({ readyReplicas: undefined, updatedReplicas: undefined }, { replicas: 0 }), true],
  };
  for (const [title, [live, isComplete]] of Object.entries(cases))
    it(title, () => expect(rolloutOf("StatefulSet", live).isComplete, rolloutOf("StatefulSet", live).text).to.equal(isComplete));

  it("is told in numbers of pods", () => {
    expect(rolloutOf("StatefulSet", set({ updatedReplicas: 1, readyReplicas: 2 })).text).to.equal(
      "1 of 3 pods are updated, 2 of 3 are ready",
    );
  });
});

describe("the update of a Deployment", () => {
  const deployment = (status: LiveRollout["status"], spec: LiveRollout["spec"] = {}): LiveRollout => ({
    metadata: { generation: 2 },
    spec: { replicas: 3, ...spec },
    status: { observedGeneration: 2, replicas: 3, updatedReplicas: 3, availableReplicas: 3, ...status },
  });
  const cases: Readonly<Record<string, [live: LiveRollout, isComplete: boolean]>> = {
    "has not begun while its controller has not noticed it": [deployment({ observedGeneration: 1 }), false],
    "is under way while pods are of before": [deployment({ updatedReplicas: 2 }), false],
    "is under way while pods of before are still there": [deployment({ replicas: 4 }), false],
    "is under way while a pod is not available": [deployment({ availableReplicas: 2 }), false],
    "is complete with all pods": [deployment({}), true],
    "is complete with no pods": [
      deployment({ replicas: undefined, updatedReplicas: undefined, availableReplicas: undefined }, { replicas: 0 }),
      true,
    ],
    "is not waited for while it is paused": [deployment({ updatedReplicas: 0 }, { paused: true }), true],
  };
  for (const [title, [live, isComplete]] of Object.entries(cases))
    it(title, () => expect(rolloutOf("Deployment", live).isComplete, rolloutOf("Deployment", live).text).to.equal(isComplete));

  it("is told in numbers of pods", () => {
    expect(rolloutOf("Deployment", deployment({ replicas: 4, updatedReplicas: 2, availableReplicas: 3 })).text).to.equal(
      "2 of 3 pods are updated, 3 of 3 are ready, 2 of before are still there",
    );
  });
});
