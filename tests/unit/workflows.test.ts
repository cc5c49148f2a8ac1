import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "yaml";

const root = join(__dirname, "../..");
const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Record<
    string,
    { readonly "timeout-minutes"?: number; readonly steps: { readonly run?: string; readonly uses?: string }[] }
  >;
}

const folder = join(".github", "workflows");
const workflows = readdirSync(join(root, folder)).map((file) => [file, parse(read(folder, file)) as Workflow] as const);

describe("the workflows", () => {
  for (const [file, { permissions, jobs }] of workflows) {
    it(`of ${file} run what the repository has, with little rights and an end`, () => {
      expect(permissions).to.deep.equal({ contents: "read" });
      for (const { steps, "timeout-minutes": minutes } of Object.values(jobs)) {
        expect(minutes).to.be.a("number");
        const commands = steps.flatMap(({ run = "" }) => run.split(/\s*&&\s*/));
        for (const [, script = ""] of commands.flatMap((command) => [...command.matchAll(/npm run ([\w:]+)/g)]))
          expect(scripts).to.have.property(script);
        for (const [, path = ""] of commands.flatMap((command) => [...command.matchAll(/^bash (\S+)/g)]))
          expect(existsSync(join(root, path)), path).to.equal(true);
        for (const { uses } of steps.filter((step) => step.uses)) expect(uses).to.match(/^[\w-]+\/[\w-]+@[\w/.]+$/);
      }
    });
  }

  it("are those for tests and releases", () => {
    expect(workflows.map(([file]) => file)).to.deep.equal(["release.yml", "tests.yml"]);
  });

  it("could compile the quickstart in Java, whose comments have no two dashes: Maven would not read them", () => {
    const project = read("examples", "quickstart-java", "pom.xml");
    for (const [, comment = ""] of project.matchAll(/<!--([\s\S]*?)-->/g)) expect(comment).not.to.include("--");
    expect(project).to.match(/<artifactId>maven-compiler-plugin<\/artifactId>\s*<version>3\.\d\d/);
  });

  it("have forms beside them that ask for the report", () => {
    for (const file of ["bug.yml", "difference.yml"]) {
      const { body } = parse(read(".github", "ISSUE_TEMPLATE", file)) as { body: { attributes: { description?: string } }[] };
      const texts = body.map(({ attributes }) => attributes.description ?? "").join("\n");
      expect(texts).to.include("npx pulumi-victoriametrics report -f FILE");
    }
  });
});
