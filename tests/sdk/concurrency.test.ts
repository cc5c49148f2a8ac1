import * as pulumi from "@pulumi/pulumi";
import { ConstructRequest, type ConstructResponse } from "@pulumi/pulumi/proto/provider_pb";
import * as state from "@pulumi/pulumi/runtime/state";
import { expect } from "chai";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { succeeded } from "../succeeded";
import { type PluginProcess, startPlugin } from "./process";
import { withStack } from "./stack";

interface Options {
  readonly project: string;
  readonly stack: string;
  readonly dryRun: boolean;
  readonly monitorAddr: string;
  readonly engineAddr: string;
}

/** Where the engine of the run is; the SDK's types do not show it. */
const runOptions = (): Options => (state as unknown as { getStore(): { settings: { options: Options } } }).getStore().settings.options;

const count = 50;
const indices = Array.from({ length: count }, (_, index) => index);

interface Failing {
  readonly type: string;
  readonly spec: object;
  /** The names in the error. */
  readonly problem: string;
}

const password = { name: "nowhere", key: "password" };
/** One component that its schema refuses, and one that only what is derived from it shows to be wrong. */
const failing: Readonly<Record<number, Failing>> = {
  20: { type: "VMSingle", spec: { retentionPeriod: "soon" }, problem: "spec.retentionPeriod: " },
  30: { type: "VMAgent", spec: { remoteWrite: [{ url: "http://db", basicAuth: { password } }] }, problem: "no Secret team-30/nowhere" },
};

/** A request as the engine makes it. Its configuration is its own, so that one that reads another's shows. */
async function requestOf(index: number): Promise<ConstructRequest> {
  const options = runOptions();
  const { type, spec } = failing[index] ?? { type: "VMSingle", spec: { retentionPeriod: `${index + 1}d` } };
  const request = new ConstructRequest();
  request.setProject(options.project);
  request.setStack(options.stack);
  request.setMonitorendpoint(options.monitorAddr);
  request.setDryrun(options.dryRun);
  request.setParallel(100);
  request.setType(`victoriametrics:index:${type}`);
  request.setName(`db-${index}`);
  request.setParent(await new Promise<string>((resolve) => pulumi.runtime.getStackResource()?.urn.apply(resolve)));
  request.setInputs(Struct.fromJavaScript({ metadata: { namespace: `team-${index}` }, spec } as never));
  for (const key of Object.entries(pulumi.runtime.allConfig())) request.getConfigMap().set(...key);
  request.getConfigMap().set("victoriametrics:metricsVersion", `v1.149.${index}`);
  return request;
}

const construct = ({ client }: PluginProcess, request: ConstructRequest): Promise<ConstructResponse> =>
  new Promise((resolve, reject) => {
    client.construct(request, (error, response) => (error ? reject(error) : resolve(response)));
  });

type Results = PromiseSettledResult<ConstructResponse>[];

describe(`${count} constructs at once in one process`, () => {
  it("give the right results, whatever becomes of the others", async () => {
    let results: Results = [];
    let errors = "";
    // The engine ends a run at the first component that fails, so the components are asked for here.
    const program = async (): Promise<void> => {
      const plugin = await startPlugin(runOptions().engineAddr);
      const requests = await Promise.all(indices.map(requestOf));
      results = await Promise.allSettled(requests.map((request) => construct(plugin, request)));
      errors = plugin.printed().errors;
      await plugin.stop();
    };
    await withStack(program, async (stack) => {
      const up = await stack.up();
      succeeded(up);
      expect(errors).to.equal("");
      const state = await stack.state();
      for (const [index, result] of results.entries()) {
        const failure = failing[index];
        if (failure) {
          expect(result.status === "rejected" ? result.reason.details : "no error").to.include(failure.problem);
          continue;
        }
        if (result.status === "rejected") throw result.reason;
        const { url, namespace } = (result.value.getState() ?? new Struct()).toJavaScript() as Record<string, string>;
        expect(url).to.equal(`http://vmsingle-db-${index}.team-${index}.svc:8429`);
        expect(namespace).to.equal(`team-${index}`);
        const deployment = state.find(({ urn }) => urn.endsWith(`::db-${index}-vmsingle-deployment`));
        const text = JSON.stringify(deployment?.inputs);
        expect(text)
          .to.include(`-retentionPeriod=${index + 1}d"`)
          .and.to.include(`victoria-metrics:v1.149.${index}"`);
        expect(deployment?.parent).to.equal(result.value.getUrn());
      }
      const deployments = state.filter(({ type }) => type === "kubernetes:apps/v1:Deployment");
      expect(deployments).to.have.lengthOf(count - Object.keys(failing).length);
    });
  });
});
