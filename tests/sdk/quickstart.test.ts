import { expect } from "chai";
import type { Run, TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import { quickstart } from "./programs";
import { remote } from "./remote";
import { withStack } from "./stack";

const secretConfig = { "tests:metricsPassword": "hunter2" };

async function comeUp(stack: TestStack): Promise<Run> {
  const up = await stack.up();
  succeeded(up);
  return up;
}

/** The operations on resources other than providers: the plugin has one of its own. */
const happened = ({ operations }: Run): string[] => [
  ...new Set(Object.entries(operations).flatMap(([resource, operation]) => (resource.startsWith("pulumi:providers:") ? [] : [operation]))),
];

describe("the quickstart through the plugin", () => {
  it("gives the same manifests and outputs as in process, byte for byte, stays unchanged, and moves over in both directions", async () => {
    await withStack(
      quickstart(),
      async (stack) => {
        await comeUp(stack);
        const [manifests, outputs] = [stack.manifests(), await stack.outputs()];
        expect(Object.keys(manifests)).to.have.lengthOf.above(15);
        stack.program = quickstart(remote);
        const moved = await comeUp(stack);
        expect(happened(moved), moved.output).to.deep.equal(["same"]);
        expect(stack.manifests()).to.deep.equal(manifests);
        expect(await stack.outputs()).to.deep.equal(outputs);
      },
      { secretConfig },
    );
    await withStack(
      quickstart(remote),
      async (stack) => {
        const preview = await stack.preview();
        expect(preview.operations).to.include({ "kubernetes:apps/v1:Deployment::main-vmagent-deployment": "create" });
        const first = await comeUp(stack);
        expect(first.output).not.to.include("hunter2");
        expect(stack.stateText()).not.to.include("hunter2");
        stack.program = quickstart();
        const second = await comeUp(stack);
        expect(happened(second), second.output).to.deep.equal(["same"]);
      },
      { secretConfig },
    );
  });
});
