import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type ExampleName, examples } from "../engine/examples";
import { twoAtOnce } from "./atOnce";
import { newFolder, type Printed } from "./commandLine";
import { copyOf, installedClone, installedCopies, pythonQuickstart, withCompiler, withoutCompiler } from "./installations";
import { countOf, expectLife, type Lifecycle, live, type Project, preview } from "./lifecycle";

const secrets = examples.quickstart;
const readme = readFileSync(join(__dirname, "..", "..", "README.md"), "utf8");

/** README's first program. */
const firstProgram = /## A first program\n\n```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

/** The settings of `pulumi new typescript`, which name how modules are found. */
const usualSettings = {
  compilerOptions: {
    strict: true,
    outDir: "bin",
    target: "es2020",
    module: "commonjs",
    moduleResolution: "node",
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
  },
  files: ["index.ts"],
};

/** A project with one program, in a folder of an installation. */
function newProject(installation: string, name: string, files: Readonly<Record<string, string>>): Project {
  const folder = join(installation, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries({ "Pulumi.yaml": `name: ${name}\nruntime: nodejs\n`, ...files })) {
    writeFileSync(join(folder, file), content);
  }
  return { folder };
}

const packageWith = (main: string): string => JSON.stringify({ name: "monitoring", private: true, main });

/** The quickstart in another language, in a folder elsewhere, with the changes that its README names. */
async function movedQuickstart(
  language: string,
  file: string,
  changes: (clone: string) => readonly (readonly [string, string])[],
): Promise<Project> {
  const folder = copyOf(`quickstart-${language}`, newFolder(`new-${language}`));
  const plugin = ["path: ../..", `path: ${join(await withoutCompiler(), "node_modules", "pulumi-victoriametrics")}`] as const;
  change(join(folder, "Pulumi.yaml"), [plugin]);
  change(join(folder, file), changes(await installedClone()));
  return { folder, secrets };
}

function change(file: string, changes: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, "utf8");
  for (const [before, after] of changes) {
    expect(text, file).to.include(before);
    text = text.replace(before, () => after);
  }
  writeFileSync(file, text);
}

const projects: Readonly<Record<string, () => Promise<Project>>> = {
  "TypeScript, with the compiler that Pulumi brings along": async () =>
    newProject(await withoutCompiler(), "typescript", { "package.json": packageWith("index.ts"), "index.ts": firstProgram }),
  "TypeScript 5.9 with ts-node": async () =>
    newProject(await withCompiler(), "typescript", {
      "package.json": packageWith("index.ts"),
      "tsconfig.json": JSON.stringify(usualSettings),
      "index.ts": firstProgram,
    }),
  JavaScript: async () =>
    newProject(await withoutCompiler(), "javascript", {
      "package.json": packageWith("index.js"),
      "index.js": firstProgram.replace(/^import \* as (\w+) from (".*");/, "const $1 = require($2);"),
    }),
  Python: async () => {
    const { bin } = await pythonQuickstart();
    const moved = await movedQuickstart("python", "requirements.txt", (clone) => [["../../sdk/python", join(clone, "sdk", "python")]]);
    return { ...moved, bin };
  },
  Go: () => movedQuickstart("go", "go.mod", (clone) => [["=> ../../sdk/go", `=> ${join(clone, "sdk", "go")}`]]),
  YAML: () => movedQuickstart("yaml", "Pulumi.yaml", () => []),
};

describe("a new project in", function () {
  this.timeout("30m");
  let lifeOf: (name: string) => Promise<Lifecycle>;

  before(() => {
    lifeOf = twoAtOnce(Object.fromEntries(Object.entries(projects).map(([name, project]) => [name, async () => live(await project())])));
  });

  for (const name of Object.keys(projects)) {
    it(`${name} is previewed, comes up, stays as it is, and goes`, async () => {
      expectLife(await lifeOf(name));
    });
  }
});

describe("a copy of", function () {
  this.timeout("30m");
  const names = Object.keys(examples) as ExampleName[];
  let lifeOf: (name: string) => Promise<Lifecycle>;
  let previewOf: (name: ExampleName) => Promise<Printed>;

  before(() => {
    const projectIn = (folder: string, name: ExampleName): Project => ({ folder: join(folder, name), secrets: examples[name] });
    lifeOf = twoAtOnce(Object.fromEntries(names.map((name) => [name, async () => live(projectIn(await installedCopies(), name))])));
    previewOf = async (name) => {
      const folder = await withoutCompiler();
      copyOf(name, join(folder, name));
      return preview(projectIn(folder, name));
    };
  });

  for (const name of names) {
    it(`examples/${name} is previewed, comes up, stays as it is, and goes`, async () => {
      expectLife(await lifeOf(name));
    });
  }

  for (const name of names) {
    it(`examples/${name} is previewed with the compiler that Pulumi brings along`, async () => {
      const printed = await previewOf(name);
      expect(countOf(printed, "to create"), printed.text).to.be.above(10);
    });
  }
});
