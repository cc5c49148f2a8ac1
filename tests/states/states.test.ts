import { expect } from "chai";
import type { Run } from "../engine/stack";
import { succeeded } from "../succeeded";
import { incompatibilities } from "./incompatibilities";
import { type RecordedResource, recordedResources, recordedStacks, withResources } from "./recorded";

/** Previews an example with the present code on top of its recorded state. */
async function previewOf(
  name: string,
  change: (resources: RecordedResource[]) => RecordedResource[] = (resources) => resources,
): Promise<Run> {
  const stack = await recordedStacks[name]?.();
  if (!stack) throw new Error(`no state of ${name} is recorded`);
  try {
    await stack.importState(withResources(await stack.exportState(), change(recordedResources(name, stack.folder))));
    return await stack.preview();
  } finally {
    stack.remove();
  }
}

describe("recorded states", () => {
  for (const name of Object.keys(recordedStacks)) {
    it(`the stack of ${name} is taken over with nothing new, lost or replaced and no new pods`, async () => {
      const run = await previewOf(name);
      succeeded(run);
      expect(Object.keys(run.operations)).to.have.length.above(10);
      expect(incompatibilities(run)).to.deep.equal([]);
    });
  }

  it("objects keep the name under which they were applied, and new ones get that of their component", async () => {
    const stack = await recordedStacks.quickstart?.();
    if (!stack) throw new Error("no state of the quickstart is recorded");
    try {
      const isNew = ({ urn }: { urn: string }): boolean => urn.endsWith("::main-vmagent-deployment");
      const before = recordedResources("quickstart", stack.folder).filter((resource) => !isNew(resource));
      await stack.importState(withResources(await stack.exportState(), before));
      succeeded(await stack.up());
      const after = (await stack.state()).filter(({ outputs }) => outputs?.__fieldManager !== undefined);
      const managers = (resources: readonly RecordedResource[]): Map<string, unknown> =>
        new Map(resources.filter((resource) => !isNew(resource)).map(({ urn, outputs }) => [urn, outputs?.__fieldManager]));
      expect(managers(after)).to.deep.equal(managers(before.filter(({ outputs }) => outputs?.__fieldManager !== undefined)));
      expect(String(after.find(isNew)?.outputs?.__fieldManager)).to.match(/^pulumi-victoriametrics-\w{12} tests\/test VMAgent main$/);
    } finally {
      stack.remove();
    }
  });

  it("a resource that the state has under another name shows as lost and new", async () => {
    const service = "VMSingle$kubernetes:core/v1:Service::main-vmsingle-service";
    const run = await previewOf("quickstart", (resources) =>
      JSON.parse(JSON.stringify(resources).replaceAll(service, `${service}-before`)),
    );
    expect(incompatibilities(run)).to.have.members([
      `create victoriametrics:index:${service}`,
      `delete victoriametrics:index:${service}-before`,
    ]);
  });

  it("a pod that the state has with another image shows as a new pod template", async () => {
    const run = await previewOf("quickstart", (resources) =>
      resources.map((resource) =>
        resource.urn.endsWith("VMAgent$kubernetes:apps/v1:Deployment::main-vmagent-deployment")
          ? JSON.parse(JSON.stringify(resource).replaceAll("victoriametrics/vmagent:v", "victoriametrics/vmagent:v0"))
          : resource,
      ),
    );
    expect(incompatibilities(run)).to.deep.equal([
      "new pod template victoriametrics:index:VMAgent$kubernetes:apps/v1:Deployment::main-vmagent-deployment",
    ]);
  });
});
