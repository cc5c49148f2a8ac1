import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { generatedFiles } from "../../provider/generate/main";

const checkout = join(__dirname, "../..");

/** Everything that making kinds, generating files and these tests need. */
const copied = [
  ".gitignore",
  ".mocharc.json",
  "biome.json",
  "package.json",
  "tsconfig.json",
  "ARCHITECTURE.md",
  "docs",
  "provider",
  "schema.json",
  "sdk/schema.json",
];
const copiedTests = [
  "tests/unit/architecture.test.ts",
  "tests/unit/structure.ts",
  "tests/unit/layer-picture.ts",
  "tests/property/seed.ts",
  "tests/upstream-module.ts",
  "tools",
];

/** A copy of the checkout that a test may change. */
class Copy {
  readonly #folder = mkdtempSync(join(tmpdir(), "contributing-"));

  constructor() {
    for (const path of [...copied, ...copiedTests]) cpSync(join(checkout, path), join(this.#folder, path), { recursive: true });
    symlinkSync(join(checkout, "node_modules"), join(this.#folder, "node_modules"));
  }

  read(path: string): string {
    return readFileSync(join(this.#folder, path), "utf8");
  }

  write(path: string, content: string): void {
    writeFileSync(join(this.#folder, path), content);
  }

  /** All files of the repository, by their paths. */
  files(): Map<string, string> {
    const entries = readdirSync(this.#folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    return new Map(paths.map((path) => [path.slice(this.#folder.length + 1), readFileSync(path, "utf8")]));
  }

  /** Runs Node.js in the copy. */
  node(...given: readonly string[]): { code: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, given, { cwd: this.#folder, encoding: "utf8" });
    return { code: status, output: stdout + stderr };
  }

  succeed(...given: readonly string[]): string {
    const { code, output } = this.node(...given);
    expect(code, output).to.equal(0);
    return output;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

const newKind = (...given: readonly string[]): readonly string[] => ["tools/new-kind.mjs", ...given];
const program = (path: string): string => join(checkout, "node_modules", path);

/** The paths of files that are new or different. */
const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].filter(([path, content]) => before.get(path) !== content).map(([path]) => path);

/** The first line of code below a heading of CONTRIBUTING.md. */
function documentedCode(heading: string): string {
  const [, section = ""] = readFileSync(join(checkout, "CONTRIBUTING.md"), "utf8").split(`## ${heading}\n`);
  return /^ *```ts\n *([^\n]*\n) *```$/m.exec(section)?.[1] ?? "";
}

describe("a contributor", function () {
  this.timeout(900_000);
  let copy: Copy;
  let original: Map<string, string>;
  before(() => {
    copy = new Copy();
    original = copy.files();
  });
  after(() => copy.remove());

  describe("who runs npm run new:kind", () => {
    it("gets a kind that runs a program, with its test, its example, and its entries in the table and in the defaults", () => {
      copy.succeed(...newKind("VMBoard", "--image", "victoriametrics/vmboard", "--port", "9000"));
      const files = changed(original, copy.files());
      const folders = new Set(files.map(dirname));
      expect([...folders].sort()).to.deep.equal(["docs/kinds", "provider", "provider/kinds/VMBoard", "tests/unit/kinds"]);
      expect(files.filter((path) => original.has(path)).sort()).to.deep.equal(["provider/defaults.ts", "provider/kinds.ts"]);
    });

    it("gets a kind that becomes data, without an entry in the defaults", () => {
      const before = copy.files();
      copy.succeed(...newKind("VMNotes", "--api-version", "v1"));
      const files = changed(before, copy.files());
      expect(files.filter((path) => original.has(path))).to.deep.equal(["provider/kinds.ts"]);
    });

    it("is refused a name that is no kind's or is taken, and nothing is written", () => {
      const before = copy.files();
      for (const [name, problem] of [
        ["vmBoard", "vmBoard is not the name of a kind: expected one such as VMBoard"],
        ["VMNOTES", "the kind VMNotes exists already, in provider/kinds/VMNotes: choose another name"],
        ["VMAgent", "the kind VMAgent exists already, in provider/kinds/VMAgent: choose another name"],
      ] as const) {
        const { code, output } = copy.node(...newKind(name));
        expect([code, output.trim()]).to.deep.equal([1, problem]);
      }
      expect(changed(before, copy.files())).to.deep.equal([]);
    });

    it("need not format or move anything: its files pass the lint, the architecture's tests and their own", () => {
      copy.succeed(
        program("@biomejs/biome/bin/biome"),
        "check",
        "provider/kinds",
        "provider/kinds.ts",
        "provider/defaults.ts",
        "tests/unit",
      );
      const output = copy.succeed(program("mocha/bin/mocha.js"), "tests/unit/**/*.test.ts");
      for (const title of ["VMBoard", "VMNotes", "finds each property of VMBoard", "the architecture"]) expect(output).to.include(title);
    });
  });

  describe("who adds a field to VMAgent by CONTRIBUTING.md alone", () => {
    const schema = "provider/kinds/VMAgent/schema.ts";

    it("changes one source file, and everything else is generated", () => {
      const before = copy.files();
      const field = documentedCode("Adding a field");
      expect(field).to.match(/^foo: /);
      const source = copy.read(schema);
      const list = source.lastIndexOf("license,\n", source.indexOf("export type VMAgentSpec"));
      copy.write(schema, source.slice(0, list) + field + source.slice(list));
      copy.succeed("--import", "tsx", "provider/generate/main.ts");
      const files = changed(before, copy.files());
      const generated = [...Object.keys(generatedFiles()), "docs/kinds/VMBoard.md", "docs/kinds/VMNotes.md"];
      expect(files.filter((path) => !generated.includes(path))).to.deep.equal([schema]);
      expect(files).to.include.members(["schema.json", "sdk/schema.json", "provider/generated/inputs.ts"]);
    });

    it("finds it in the schemas of the package and of the SDKs", () => {
      for (const path of ["schema.json", "sdk/schema.json"]) {
        const { types } = JSON.parse(copy.read(path));
        expect(types["victoriametrics:index:VMAgentSpec"].properties.foo.type, path).to.equal("string");
      }
    });

    it("finds it in the parsed spec, and wrong values refused", () => {
      copy.write(
        "tests/unit/foo.ts",
        `import { VMAgent } from "../../provider/kinds/VMAgent";
const parsed = (foo: unknown) => VMAgent.spec.safeParse({ remoteWrite: [{ url: "http://x" }], foo });
console.log(JSON.stringify([parsed("text").data?.foo, parsed(["list"]).success]));
`,
      );
      expect(JSON.parse(copy.succeed("--import", "tsx", "tests/unit/foo.ts"))).to.deep.equal(["text", false]);
    });

    it("finds it in the types of specs and of components' arguments, and the made kinds compile too", () => {
      copy.write(
        "tests/unit/foo-types.ts",
        `import { VMAgent } from "../../provider/index";
const remoteWrite = [{ url: "http://x" }];
export const right = () => new VMAgent("a", { spec: { remoteWrite, foo: "text" } });
// @ts-expect-error: it is text
export const wrong = () => new VMAgent("a", { spec: { remoteWrite, foo: 1 } });
`,
      );
      const files = [
        "tests/unit/foo.ts",
        "tests/unit/foo-types.ts",
        "tests/unit/kinds/vmboard.test.ts",
        "tests/unit/kinds/vmnotes.test.ts",
      ];
      const compilerOptions = { incremental: false, tsBuildInfoFile: null };
      copy.write("tsconfig.made.json", JSON.stringify({ extends: "./tsconfig.json", compilerOptions, include: [], files }));
      copy.succeed(program("typescript/bin/tsc"), "-p", "tsconfig.made.json");
    });
  });
});
