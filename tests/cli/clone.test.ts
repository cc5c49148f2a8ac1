import { join } from "node:path";
import { expect } from "chai";
import { examples } from "../engine/examples";
import { twoAtOnce } from "./atOnce";
import { cloneInto, installedClone, pythonQuickstart } from "./installations";
import { expectLife, type Lifecycle, live, preview } from "./lifecycle";

const secrets = examples.quickstart;
const inClone = async (...path: string[]): Promise<string> => join(await installedClone(), ...path);

/** What is run in a clone, and how many resources it makes where the documents say it. */
const projects: Readonly<Record<string, { readonly live: () => Promise<Lifecycle>; readonly resources?: number }>> = {
  "the top of the clone": { live: async () => live({ folder: await inClone(), secrets }), resources: 24 },
  ...Object.fromEntries(
    Object.entries(examples).map(([name, needed]) => [
      `examples/${name}`,
      {
        live: async () => live({ folder: await inClone("examples", name), secrets: needed }),
        ...(name === "quickstart" && { resources: 24 }),
      },
    ]),
  ),
  "examples/quickstart-yaml": { live: async () => live({ folder: await inClone("examples", "quickstart-yaml"), secrets }), resources: 24 },
  "examples/quickstart-go": { live: async () => live({ folder: await inClone("examples", "quickstart-go"), secrets }), resources: 24 },
  "examples/quickstart-python": { live: async () => live({ ...(await pythonQuickstart()), secrets }), resources: 24 },
};

describe("in a clone after npm ci", function () {
  this.timeout("30m");
  let lifeOf: (name: string) => Promise<Lifecycle>;

  before(() => {
    lifeOf = twoAtOnce(Object.fromEntries(Object.entries(projects).map(([name, project]) => [name, project.live])));
  });

  for (const [name, { resources }] of Object.entries(projects)) {
    it(`${name} is previewed, comes up, stays as it is, and goes`, async () => {
      const count = expectLife(await lifeOf(name));
      if (resources !== undefined) expect(count).to.equal(resources);
    });
  }
});

describe("in a clone in which nothing was installed", function () {
  this.timeout("5m");

  it("the quickstart in YAML says what to run", async () => {
    const clone = await cloneInto("not-installed");
    const { code, text } = await preview({ folder: join(clone, "examples", "quickstart-yaml"), secrets });
    expect(code).not.to.equal(0);
    expect(text).to.include("The plugin victoriametrics is not compiled yet.").and.to.include(`cd ${clone} && npm ci`);
    expect(text).not.to.include("Cannot find module");
  });
});
