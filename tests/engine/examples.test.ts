import { expect } from "chai";
import { succeeded } from "../succeeded";
import { createExample, type ExampleName } from "./examples";

/** Some of what each example becomes. */
const children = {
  quickstart: [
    "apps/v1:Deployment::main-vmsingle-deployment",
    "apps/v1:Deployment::main-vmagent-deployment",
    "core/v1:Secret::main-vmagent-config",
  ],
  alerting: ["apps/v1:StatefulSet::main-vmalertmanager-stateful-set", "core/v1:ConfigMap::main-vmalert-rules-0"],
  "vmagent-ha": ["apps/v1:Deployment::main-vmagent-deployment-2", "policy/v1:PodDisruptionBudget::main-vmagent-pod-disruption-budget-0"],
  "vmagent-kafka": ["apps/v1:Deployment::from-kafka-vmagent-deployment", "core/v1:Secret::to-kafka-vmagent-config"],
  "platform-and-teams/platform": [
    "core/v1:Secret::shop-vmagent-team-jobs",
    "core/v1:ConfigMap::bank-vmalert-team",
    "rbac.authorization.k8s.io/v1:RoleBinding::bank-vmagent-team-role-binding",
  ],
  cluster: [
    "apps/v1:StatefulSet::main-vmcluster-vmstorage-stateful-set",
    "networking.k8s.io/v1:Ingress::main-vmauth-ingress",
    "core/v1:Secret::reader-vmuser-secret",
  ],
  logs: [
    "apps/v1:StatefulSet::main-vlcluster-vlstorage-stateful-set",
    "apps/v1:DaemonSet::nodes-vlagent-daemon-set",
    "rbac.authorization.k8s.io/v1:ClusterRoleBinding::nodes-vlagent-cluster-role-binding",
  ],
} satisfies Partial<Record<ExampleName, readonly string[]>>;

describe("examples", () => {
  for (const [name, expected] of Object.entries(children)) {
    it(`${name} comes up, is unchanged the second time, and shows no secret`, async () => {
      const stack = await createExample(name as ExampleName);
      try {
        const first = await stack.up();
        succeeded(first);
        expect(Object.keys(first.operations)).to.include.members(expected.map((child) => `kubernetes:${child}`));
        const second = await stack.up();
        expect(new Set(Object.values(second.operations)), second.output).to.deep.equal(new Set(["same"]));
        expect(first.output + stack.stateText()).not.to.include("hunter2");
      } finally {
        stack.remove();
      }
    });
  }
});
