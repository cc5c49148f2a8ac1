import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { remote } from "./remote";
import { withStack } from "./stack";

/** The problem of each argument, by its path. */
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

describe("components that fail beside others", () => {
  const agent = (interval: string) => {
    const spec = { remoteWrite: [{ url: "http://db" }], scrapeInterval: interval };
    return new remote.VMAgent("agent", { spec });
  };
  const scrape = (interval: string) => new remote.VMServiceScrape("scrape", { spec: { selector: {}, endpoints: [{ interval }] } });
  const program = (interval: string) => async () => {
    const { url } = agent(interval);
    const scrapes = scrape(interval);
    for (const name of ["one", "two", "three"]) new remote.VMSingle(name, { spec: { retentionPeriod: "30d" } });
    new remote.VMAgent("other", { spec: { remoteWrite: [{ url: "http://db" }], selectAllByDefault: true }, selectFrom: [scrapes] });
    return { host: url.apply((text) => new URL(text).host) };
  };

  it("are one error together, and nothing else is an error or gets lost", async () => {
    await withStack(program("30s"), async (stack) => {
      const before = await stack.up();
      succeeded(before);
      const resources = Object.keys((await stack.preview()).operations);
      stack.program = program("soon");
      const preview = await stack.preview();
      expect(preview.output).not.to.match(/grpc|client connection|resource monitor/);
      const found = preview.errors.filter((error) => !error.startsWith("One or more errors occurred"));
      expect(found, preview.output).to.have.lengthOf(1);
      const up = await stack.up();
      for (const run of [preview, up]) {
        expect(run.failed, run.output).to.equal(true);
        expect(run.errors.join("\n")).to.include("VMAgent default/agent is not valid:\n  spec.scrapeInterval: ");
        expect(run.errors.join("\n")).to.include("VMServiceScrape default/scrape is not valid:\n  spec.endpoints[0].interval: ");
        expect(run.output).not.to.include("the client connection is closing");
        expect(Object.values(run.operations)).not.to.include("delete");
      }
      stack.program = program("30s");
      const after = await stack.preview();
      succeeded(after);
      expect(Object.keys(after.operations)).to.have.members(resources);
      // The state has the wrong arguments of the two that failed, as it has those of any component.
      const changed = Object.entries(after.operations).filter(([, operation]) => operation !== "same");
      expect(Object.fromEntries(changed)).to.deep.equal({
        "victoriametrics:index:VMAgent::agent": "update",
        "victoriametrics:index:VMServiceScrape::scrape": "update",
      });
    });
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
      succeeded({ failed, output });
      expect(warnings.join()).to.include("VMRule/b/a spec.no").and.to.include("(left out)");
      const up = await stack.up();
      succeeded(up);
      expect((await stack.resource("kubernetes:apps/v1:Deployment", "agent-vmagent-deployment")).inputs).to.have.nested.include({
        "metadata.annotations.pulumi\\.com/patchForce": "true",
      });
    });
  });
});
