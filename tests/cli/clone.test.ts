import { join } from "node:path";
import { expect } from "chai";
import { examples } from "../engine/examples";
import { twoAtOnce } from "./atOnce";
import { cloneInto, installedClone, pythonQuickstart } from "./installations";
import { differencesIn, expectLife, type Lifecycle, live, type Project, preview, takeOver } from "./lifecycle";

const secrets = examples.quickstart;
const inClone = async (...path: string[]): Promise<string> => join(await installedClone(), ...path);

/** A setting that the quickstart has in every language. */
const changes = { billingInterval: "15s" };

/** The quickstart in other languages: the plugin makes its components. */
const inOtherLanguages: Readonly<Record<string, () => Promise<Project>>> = {
  "quickstart-yaml": async () => ({ folder: await inClone("examples", "quickstart-yaml"), secrets, changes }),
  "quickstart-go": async () => ({ folder: await inClone("examples", "quickstart-go"), secrets, changes }),
  "quickstart-python": async () => ({ ...(await pythonQuickstart()), secrets, changes }),
};

/** The commands in a clone, with the number of resources if the documents give it. */
const projects: Readonly<Record<string, { readonly live: () => Promise<Lifecycle>; readonly resources?: number }>> = {
  "the top of the clone": { live: async () => live({ folder: await inClone(), secrets }), resources: 24 },
  ...Object.fromEntries(
    Object.entries(examples).map(([name, needed]) => [
      `examples/${name}`,
      {
        live: async () => live({ folder: await inClone("examples", name), secrets: needed, ...(name === "quickstart" && { changes }) }),
        ...(name === "quickstart" && { resources: 24 }),
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(inOtherLanguages).map(([name, project]) => [
      `examples/${name}`,
      { live: async () => live(await project()), resources: 24 },
    ]),
  ),
};

describe("in a clone after npm ci", function () {
  this.timeout("30m");
  let lifeOf: (name: string) => Promise<Lifecycle>;

  const differencesOf = async (name: string): Promise<string[]> => {
    const { changed } = await lifeOf(name);
    expect(changed?.code, changed?.text).to.equal(0);
    return changed ? differencesIn(changed) : [];
  };

  before(() => {
    lifeOf = twoAtOnce(Object.fromEntries(Object.entries(projects).map(([name, project]) => [name, project.live])));
  });

  for (const [name, { resources }] of Object.entries(projects)) {
    it(`${name} is previewed, comes up, stays as it is, and goes`, async () => {
      const count = expectLife(await lifeOf(name));
      if (resources !== undefined) expect(count).to.equal(resources);
    });
  }

  it("a change of one value shows in TypeScript as one line for the old and one for the new value, in each text that has it", async () => {
    const [secret = "", config = "", scrape = "", ...others] = await differencesOf("examples/quickstart");
    expect(others).to.deep.equal([]);
    expect(config).to.match(/^ +- .*\.scrape_interval: 30s\n +\+ .*\.scrape_interval: 15s$/m);
    expect(secret).to.include("vmagent.yaml.gz: [secret] => [secret]");
    expect(scrape).to.match(/^ +- .*\.interval: 30s\n +\+ .*\.interval: 15s$/m);
  });

  for (const name of Object.keys(inOtherLanguages)) {
    it(`the same change shows in examples/${name} as in TypeScript`, async () => {
      expect(await differencesOf(`examples/${name}`)).to.deep.equal(await differencesOf("examples/quickstart"));
    });
  }

  for (const [name, project] of Object.entries(inOtherLanguages)) {
    it(`examples/${name} takes over the recorded stack with nothing new, lost or replaced and no new pods`, async () => {
      expect(await takeOver({ ...(await project()), name }, "quickstart-plugin")).to.deep.equal([]);
    });
  }
});

describe("in a clone in which nothing was installed", function () {
  this.timeout("5m");

  it("the quickstart in YAML says what to run", async () => {
    const clone = await cloneInto("not-installed");
    const { code, text } = await preview({ folder: join(clone, "examples", "quickstart-yaml"), secrets });
    expect(code).not.to.equal(0);
    expect(text).to.include("The plugin victoriametrics is not compiled yet: ").and.to.include(`cd ${clone} && npm ci`);
    expect(text).not.to.include("Cannot find module");
  });
});
