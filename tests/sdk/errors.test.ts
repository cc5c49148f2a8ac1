import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { remote } from "./remote";
import { withStack } from "./stack";

/** What is wrong with each argument, by its path. */
const wrong = {
  "spec.retentionPeriod": { retentionPeriod: "30 days" },
  "spec.replicaCount": { replicaCount: "two" },
  "spec.nonsense": { nonsense: true },
  "spec.extraArgs": { extraArgs: pulumi.secret("hunter2") },
  "spec.port": { port: pulumi.secret("8431") },
} as const;
const spec = Object.assign({}, ...Object.values(wrong)) as never;

/** The lines with problems, of which the two ways have the same. */
const problemsIn = (messages: readonly string[]): string[] => (messages[0] ?? "").split("\n").slice(1);

describe("wrong input through the plugin", () => {
  it("is one error with every path and no secret, the same as in process", async () => {
    const inProcess = async () => void new victoriametrics.VMSingle("bad", { spec });
    const expected = await withStack(inProcess, async (stack) => (await stack.preview()).errors);
    await withStack(
      async () => void new remote.VMSingle("bad", { spec }),
      async (stack) => {
        const { failed, errors, output } = await stack.preview({ debug: true });
        expect(failed).to.equal(true);
        expect(errors[0]).to.match(/^victoriametrics:index:VMSingle resource 'bad' has a problem: VMSingle default\/bad is not valid:\n/);
        expect(problemsIn(errors), errors[0]).to.have.lengthOf.at.least(Object.keys(wrong).length);
        expect(problemsIn(errors)).to.deep.equal(problemsIn(expected));
        for (const path of Object.keys(wrong)) expect(errors[0]).to.include(`  ${path}: `);
        expect(errors.filter((error) => error.includes("is not valid"))).to.have.lengthOf(1);
        expect(output).not.to.include("hunter2").and.not.to.include("8431");
      },
    );
  });

  it("is told whole even if there are thousands of problems", async () => {
    const endpoints = Array.from({ length: 2000 }, () => ({ port: "metrics", interval: "soon" }));
    const program = async () => void new remote.VMServiceScrape("bad", { spec: { selector: {}, endpoints } as never });
    await withStack(program, async (stack) => {
      const { errors } = await stack.preview();
      expect(errors[0]).to.include("spec.endpoints[0].interval: ").and.to.include("spec.endpoints[1999].interval: ");
    });
  });

  it("says what else is expected of switches and of types", async () => {
    await withStack(
      async () =>
        void new remote.VMAgent("bad", { spec: { remoteWrite: [{ url: "http://db" }] }, onInvalid: pulumi.output("ignore") as never }),
      async (stack) => expect((await stack.preview()).errors[0]).to.include("onInvalid: expected a plain fail or skip"),
    );
  });
});

describe("switches", () => {
  it("may be Outputs", async () => {
    const invalid = {
      apiVersion: "operator.victoriametrics.com/v1beta1",
      kind: "VMRule",
      metadata: { name: "a", namespace: "b" },
      spec: { no: 1 },
    };
    const program = async () => {
      const selectFrom = [invalid];
      const args = {
        spec: { remoteWrite: [{ url: "http://db" }] },
        selectFrom,
        onInvalid: pulumi.output("skip") as never,
        adopt: pulumi.output(true) as never,
      };
      new remote.VMAgent("agent", args);
    };
    await withStack(program, async (stack) => {
      const { failed, output, warnings } = await stack.preview();
      expect(failed, output).to.equal(false);
      expect(warnings.join()).to.include("VMRule/b/a spec.no").and.to.include("(left out)");
      const up = await stack.up();
      expect(up.failed, up.output).to.equal(false);
      expect((await stack.resource("kubernetes:apps/v1:Deployment", "agent-deployment")).inputs).to.have.nested.include({
        "metadata.annotations.pulumi\\.com/patchForce": "true",
      });
    });
  });
});
