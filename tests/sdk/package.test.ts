import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect } from "chai";
import { type Packed, pack, runTool } from "./packed";

const provider = join(__dirname, "..", "..", "provider");

const shippedBesideCode = [
  "CHANGELOG.md",
  "LICENSE",
  "PulumiPlugin.yaml",
  "README.md",
  "dist/page/script.js",
  "dist/schema/kubernetes-types.json",
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

/** All sources that run outside this repository, as they are called once compiled. */
function compiledFiles(): string[] {
  const files = readdirSync(provider, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(provider, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return paths
    .filter((path) => path.endsWith(".ts") && !path.startsWith("generate/") && !path.startsWith("page/browser/"))
    .map((path) => `dist/${path.replace(/\.ts$/, ".js")}`);
}

describe("the npm package", () => {
  let packed: Packed;
  before(() => {
    packed = pack();
  });
  after(() => packed.remove());

  it("holds the compiled code, its types, its schema and its documents, and nothing else", () => {
    expect(packed.files).to.deep.equal([...shippedBesideCode, ...declarations, ...compiledFiles()].sort());
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
      'import { render, VMAgent } from "pulumi-victoriametrics"; console.log(typeof VMAgent, typeof render);',
    );
    const host = require.resolve("@pulumi/pulumi/cmd/run-plugin");
    const printed = [["index.js"], ["index.mjs"], [host, folder]].map((command) => {
      const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
      return stdout.trim() || stderr;
    });
    expect(printed).to.deep.equal(["function", "function function", "function"]);
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
