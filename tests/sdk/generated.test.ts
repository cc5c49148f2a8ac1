import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative, sep } from "node:path";
import { expect } from "chai";
import { checkedIn, makeSdks } from "../../tools/sdk.mjs";
import { ensure } from "../../tools/toolchain.mjs";
import { filesBelow } from "../engine/stack";
import { answer, goEnvironment } from "./language";

const checkout = join(__dirname, "..", "..");

/** Files of an SDK that are not generated, or that using it leaves behind. */
const others = /(^|\/)(go\.mod|go\.sum|__pycache__|node_modules|bin|build|[^/]+\.egg-info)(\/|$)/;

/** The generated files in a folder, with their contents. */
function generated(folder: string): Record<string, string> {
  const files = filesBelow(folder).map((file) => [relative(folder, file).split(sep).join("/"), file] as const);
  const own = files.filter(([name]) => !others.test(name)).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(own.map(([name, file]) => [name, readFileSync(file, "utf8")]));
}

describe("the SDKs in sdk/", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-sdk-"));

  before(async function () {
    this.timeout(20 * 60_000); // the generators are built once
    await makeSdks(checkedIn, folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const language of checkedIn) {
    it(`${language} is what npm run sdk makes`, () => {
      const [expected, actual] = [generated(join(folder, language)), generated(join(checkout, "sdk", language))];
      expect(Object.keys(actual)).to.deep.equal(Object.keys(expected));
      const stale = Object.keys(expected).filter((name) => expected[name] !== actual[name]);
      expect(stale, "run npm run sdk").to.deep.equal([]);
    });
  }

  it("for .NET and Java are made by the same generators, with a class for each component", async () => {
    await makeSdks(["dotnet", "java"], folder);
    const { resources } = JSON.parse(readFileSync(join(checkout, "sdk", "schema.json"), "utf8")) as { resources: object };
    const names = Object.keys(resources).map((token) => token.split(":").at(-1));
    expect(readdirSync(join(folder, "dotnet"))).to.include.members(names.map((name) => `${name}.cs`));
    const java = Object.keys(generated(join(folder, "java"))).map((file) => file.split("/").at(-1));
    expect(java).to.include.members(names.map((name) => `${name}.java`));
  });

  it("of Go compiles as a whole", async function () {
    this.timeout(20 * 60_000); // the Kubernetes package is compiled once
    await answer("go", ["build", "./..."], goEnvironment(), "", join(checkout, "sdk", "go"));
  });

  for (const schema of ["schema.json", "sdk/schema.json"]) {
    it(`pulumi schema check finds nothing in ${schema}`, async () => {
      const executables = (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>;
      const environment = {
        ...process.env,
        PULUMI_HOME: join(folder, "home"),
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PATH: [dirname(executables["pulumi-resource-kubernetes"] ?? ""), process.env.PATH].join(delimiter),
      };
      const said = await answer(executables.pulumi ?? "", ["schema", "check", join(checkout, schema)], environment, "", folder);
      expect(said.trim()).to.equal("");
    });
  }
});
