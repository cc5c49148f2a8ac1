import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { thirdParty } from "../../tools/licenses.mjs";
import { type Packed, pack, runTool } from "./packed";

const checkout = join(__dirname, "..", "..");

const shippedBesideCode = [
  "CHANGELOG.md",
  "LICENSE",
  "PulumiPlugin.yaml",
  "README.md",
  "THIRD_PARTY.md",
  "dist/page/LICENSES.txt",
  "dist/page/script.js",
  "dist/wasm/LICENSES.txt",
  "dist/wasm/upstream.wasm",
  "dist/wasm/wasm_exec.js",
  "package.json",
  "pulumi-resource-victoriametrics",
  "pulumi-resource-victoriametrics.cmd",
  "schema.json",
  "sdk/schema.json",
];

/** The files that the declarations of the two entries reach. */
const declarations = [
  "convert",
  "convert/convert-objects",
  "generated/components",
  "generated/inputs",
  "generated/settings",
  "index",
  "pulumi/component-base",
  "pulumi/component",
  "pulumi/config-group",
  "pulumi/generated-config",
  "pulumi/group-base",
  "pulumi/selectable",
  "render",
  "world/issues",
  "world/objects",
].map((name) => `dist/${name}.d.ts`);

/** The compiled code: all modules, and the files by which Node.js finds their entries. */
const code = ["cli/cli", "index", "modules", "plugin", "render"].map((name) => `dist/${name}.js`);

describe("the npm package", () => {
  let packed: Packed;
  before(() => {
    packed = pack();
  });
  after(() => packed.remove());

  it("holds the compiled code, its types, its schema and its documents, and nothing else", () => {
    expect(packed.files).to.deep.equal([...shippedBesideCode, ...declarations, ...code].sort());
  });

  it("is small: at most 5 MB without the modules for WebAssembly, and 12 MB with them", () => {
    const megabytes = (bytes: number): number => bytes / 1e6;
    const whole = statSync(packed.tarball).size;
    const modules = ["upstream.wasm", "wasm_exec.js"].map((name) => readFileSync(join(checkout, "dist", "wasm", name)));
    const compressed = modules.reduce((sum, module) => sum + gzipSync(module).length, 0);
    expect(megabytes(whole)).to.be.below(12);
    expect(megabytes(whole - compressed))
      .to.be.above(0.5)
      .and.below(5);
  });

  it("lists all code of others that is in it or in the plugin, with the licence of each", async () => {
    expect(readFileSync(join(checkout, "THIRD_PARTY.md"), "utf8"), "run npm run licenses").to.equal(await thirdParty());
    const inWasm = readFileSync(join(checkout, "dist", "wasm", "LICENSES.txt"), "utf8");
    const needed = [...readFileSync(join(checkout, "tools", "go", "upstream", "go.mod"), "utf8").matchAll(/^\t(\S+ v\S+)$/gm)].map(
      ([, name]) => name,
    );
    for (const name of needed) expect(inWasm).to.include(name);
  });

  it("has entries and types that publint and Are The Types Wrong find right", () => {
    const checks = [
      runTool("publint/src/cli.js", "--strict", packed.tarball),
      runTool("@arethetypeswrong/cli/dist/index.js", packed.tarball),
    ];
    for (const { code, printed } of checks) expect(code, printed).to.equal(0);
    expect(checks[0]?.printed).to.include("All good");
    expect(checks[1]?.printed).to.include("No problems found");
  });

  it("shows the types of Pulumi and its own alone, and none of them is any", () => {
    const texts = packed.files
      .filter((path) => path.endsWith(".d.ts"))
      .map((path) =>
        readFileSync(join(packed.project, "node_modules", "pulumi-victoriametrics", path), "utf8").replace(/\/\*\*.*?\*\//gs, ""),
      );
    const imported = texts.flatMap((text) => [...text.matchAll(/from "([^."][^"]*)"/g)].map(([, name]) => name));
    expect(new Set(imported)).to.deep.equal(new Set(["@pulumi/kubernetes", "@pulumi/pulumi"]));
    for (const text of texts) expect(text).not.to.match(/[:<|] any\b|<any\b|\bimport\(/);
  });

  it("is the library for programs and plugins that import it, by require and by import", () => {
    const folder = join(packed.project, "plugin");
    mkdirSync(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "other", version: "1.0.0", main: "index.js" }));
    writeFileSync(join(folder, "index.js"), 'console.log(typeof require("pulumi-victoriametrics").VMAgent);');
    writeFileSync(
      join(folder, "index.mjs"),
      'import { render, VMAgent } from "pulumi-victoriametrics"; console.log(VMAgent.name, typeof render);',
    );
    const host = require.resolve("@pulumi/pulumi/cmd/run-plugin");
    const printed = [["index.js"], ["index.mjs"], [host, folder]].map((command) => {
      const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
      return stdout.trim() || stderr;
    });
    expect(printed).to.deep.equal(["function", "VMAgent function", "function"]);
  });

  it("writes the page of relations", () => {
    const cli = join(packed.project, "node_modules", "pulumi-victoriametrics", "dist", "cli", "cli.js");
    const file = join(packed.project, "objects.yaml");
    const page = join(packed.project, "relations.html");
    writeFileSync(file, "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n");
    const { status, stderr } = spawnSync(process.execPath, [cli, "graph", "--html", page, "-f", file], { encoding: "utf8" });
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: "" });
    expect(readFileSync(page, "utf8")).to.include("<!doctype html>");
  });

  it("has no unused file, export or dependency", () => {
    const { code, printed } = runTool("knip/bin/knip.js");
    expect(code, printed).to.equal(0);
  });
});
