import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { smallStack, unknownInPreview } from "./programs";
import { TestStack } from "./stack";

const deployment = "kubernetes:apps/v1:Deployment::main-vmagent-deployment";

describe("VMAgent in the engine", () => {
  let stack: TestStack;
  beforeEach(async () => {
    stack = await TestStack.create(async () => void smallStack());
  });
  afterEach(() => stack.remove());

  it("keeps a variable from a secret out of state and output, and gives it to the pod", async () => {
    stack.program = async () => void smallStack({ agent: { extraEnvs: [{ name: "TOKEN", value: pulumi.secret("hunter2") }] } });
    const { output } = succeeded(await stack.up());
    expect(output + stack.stateText()).not.to.include("hunter2");
    expect(Object.values(stack.manifests()).join("\n")).to.match(/name: TOKEN\n\s+value: hunter2/);
  });

  it("previews completely while the URL that it writes to is unknown", async () => {
    stack.program = async () => {
      const url = unknownInPreview("database", "http://db:8428/api/v1/write");
      new victoriametrics.VMAgent("main", { metadata: { namespace: "monitoring" }, spec: { remoteWrite: [{ url }] } });
    };
    expect(succeeded(await stack.preview()).operations).to.have.property(deployment, "create");
    succeeded(await stack.up());
    expect(Object.values(stack.manifests()).join("\n")).to.include("-remoteWrite.url=http://db:8428/api/v1/write");
  });

  it("leaves replicas to an autoscaler once there is one", async () => {
    const agent = (replicaCount: number) => ({
      ingestOnlyMode: true,
      selectAllByDefault: false,
      replicaCount,
      hpa: { minReplicas: 1, maxReplicas: 5 },
    });
    stack.program = async () => void smallStack({ agent: agent(2) });
    succeeded(await stack.up());
    stack.program = async () => void smallStack({ agent: agent(3) });
    expect(succeeded(await stack.preview()).operations).to.have.property(deployment, "same");
  });

  it("touches the pods when arguments change and not when configuration does", async () => {
    succeeded(await stack.up());
    stack.program = async () => void smallStack({ agent: { externalLabels: { dc: "two" } } });
    const configuration = succeeded(await stack.preview()).operations;
    expect(configuration).to.have.property(deployment, "same");
    expect(configuration).to.have.property("kubernetes:core/v1:Secret::main-vmagent-config", "update");
    stack.program = async () => void smallStack({ agent: { extraArgs: { "remoteWrite.queues": "2" } } });
    const args = succeeded(await stack.preview()).operations;
    expect(args).to.have.property(deployment, "update");
    expect(args).to.have.property("kubernetes:core/v1:Secret::main-vmagent-config", "same");
  });

  it("never lets claims of its StatefulSet shrink or change their class", async () => {
    const stateful = (storage: string, storageClassName?: string) => ({
      statefulMode: true,
      statefulStorage: {
        volumeClaimTemplate: { spec: { ...(storageClassName && { storageClassName }), resources: { requests: { storage } } } },
      },
    });
    stack.program = async () => void smallStack({ agent: stateful("2Gi") });
    succeeded(await stack.up());
    stack.program = async () => void smallStack({ agent: stateful("4Gi") });
    const grown = succeeded(await stack.preview());
    expect(Object.values(grown.operations)).not.to.include("replace");
    expect(grown.warnings.join("\n")).to.match(/claims persistent-queue-data-vmagent-main-… .* 4Gi/);
    stack.program = async () => void smallStack({ agent: stateful("1Gi") });
    expect((await stack.preview()).errors.join("\n")).to.match(/cannot shrink from 2Gi to 1Gi/);
    stack.program = async () => void smallStack({ agent: stateful("2Gi", "fast") });
    expect((await stack.preview()).errors.join("\n")).to.match(/storageClassName: was not set, is now "fast"/);
  });
});
