import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { TestStack } from "./stack";

const load = createRequire(__filename);

/** What each example needs to be configured with, and some of what it becomes. */
const examples = {
  quickstart: {
    config: { metricsPassword: "hunter2" },
    children: [
      "apps/v1:Deployment::main-vmsingle-deployment",
      "apps/v1:Deployment::main-vmagent-deployment",
      "core/v1:Secret::main-vmagent-config",
    ],
  },
  alerting: {
    config: { slackWebhook: "https://hooks.example.com/hunter2" },
    children: ["apps/v1:StatefulSet::main-vmalertmanager-stateful-set", "core/v1:ConfigMap::main-vmalert-rules-0"],
  },
  "vmagent-ha": {
    config: {},
    children: ["apps/v1:Deployment::main-vmagent-deployment-2", "policy/v1:PodDisruptionBudget::main-vmagent-pod-disruption-budget-0"],
  },
  "vmagent-kafka": {
    config: { licenseKey: "hunter2" },
    children: ["apps/v1:Deployment::from-kafka-vmagent-deployment", "core/v1:Secret::to-kafka-vmagent-config"],
  },
  cluster: {
    config: {},
    children: [
      "apps/v1:StatefulSet::main-vmcluster-vmstorage-stateful-set",
      "networking.k8s.io/v1:Ingress::main-vmauth-ingress",
      "core/v1:Secret::reader-vmuser-secret",
    ],
  },
};

describe("examples", () => {
  for (const [name, { config, children }] of Object.entries(examples)) {
    it(`${name} comes up, is unchanged the second time, and shows no secret`, async () => {
      const file = join(__dirname, "..", "..", "examples", name, "index.ts");
      const secretConfig = Object.fromEntries(Object.entries(config).map(([key, value]) => [`tests:${key}`, value]));
      const program = async () => {
        delete load.cache[file];
        return load(file) as Record<string, unknown>;
      };
      const stack = await TestStack.create(program, { secretConfig });
      try {
        const first = await stack.up();
        expect(first.failed, first.output).to.equal(false);
        expect(Object.keys(first.operations)).to.include.members(children.map((child) => `kubernetes:${child}`));
        const second = await stack.up();
        expect(new Set(Object.values(second.operations)), second.output).to.deep.equal(new Set(["same"]));
        expect(first.output + stack.stateText()).not.to.include("hunter2");
      } finally {
        stack.remove();
      }
    });
  }
});
