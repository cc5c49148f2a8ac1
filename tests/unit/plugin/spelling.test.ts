import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { pythonName, spellingOf } from "../../../provider/plugin/program-spelling";
import { runtimeOf } from "../../../provider/plugin/project";

const sdk = join(__dirname, "..", "..", "..", "sdk", "python", "pulumi_victoriametrics");

describe("paths in the spelling of Python", () => {
  it("call every property as the generated SDK does", () => {
    const text = readdirSync(sdk)
      .filter((file) => file.endsWith(".py"))
      .map((file) => readFileSync(join(sdk, file), "utf8"))
      .join("\n");
    const pairs = [...text.matchAll(/@pulumi\.getter\(name="([^"]+)"\)\s+def (\w+)\(/g)].map(([, name = "", python]) => [name, python]);
    expect(pairs).to.have.lengthOf.above(1000);
    for (const [name = "", python] of pairs) expect(pythonName(name)).to.equal(python);
  });

  const spelled = spellingOf("python");
  const paths: readonly (readonly [kind: string, path: string, expected: string])[] = [
    ["VMAgent", "spec.remoteWrite[0].tlsConfig.insecureSkipVerify", "spec.remote_write[0].tls_config.insecure_skip_verify"],
    ["VMAgent", 'spec.extraArgs["remoteWrite.maxDiskUsage"]', 'spec.extra_args["remoteWrite.maxDiskUsage"]'],
    ["VMAgent", "spec.extraArgs.maxScrapeSize", "spec.extra_args.maxScrapeSize"],
    ["VMAgent", "metadata.labels.remoteWrite", "metadata.labels.remoteWrite"],
    ["VMAgent", "selectFrom[2].metadata.remoteWrite", "select_from[2].metadata.remoteWrite"],
    ["VMAgent", "onInvalid", "on_invalid"],
    ["VMAgent", "", ""],
    ["VMAgent", "spec.noSuchField.remoteWrite", "spec.noSuchField.remoteWrite"],
    ["VMScrapeConfig", "spec.scrapeClass", "spec.scrape_class"],
    ["ConfigGroup", "charts[0].skipCRDs", "charts[0].skip_crds"],
    ["Secret", "stringData.userName", "stringData.userName"],
  ];
  for (const [kind, path, expected] of paths) {
    it(`have ${expected || "nothing"} for ${path || "nothing"} of ${kind}`, () => expect(spelled?.(kind, path)).to.equal(expected));
  }

  it("are for programs in Python alone", () => {
    for (const language of ["nodejs", "yaml", "go", "toString", undefined]) expect(spellingOf(language)).to.equal(undefined);
  });
});

describe("the runtime of a project", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
  const inner = join(folder, "src", "inner");
  before(() => mkdirSync(inner, { recursive: true }));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const projects: Readonly<Record<string, string | undefined>> = {
    "name: shop\nruntime: python\n": "python",
    "name: shop\nruntime:\n  name: python\n  options:\n    toolchain: pip\n": "python",
    "name: other\nruntime: nodejs\n": undefined,
    "name: shop\n": undefined,
    "runtime: [": undefined,
    "": undefined,
  };
  for (const [text, expected] of Object.entries(projects)) {
    it(`is ${expected} of ${JSON.stringify(text)}`, () => {
      writeFileSync(join(folder, "Pulumi.yaml"), text);
      expect(runtimeOf({ folder: inner, name: "shop" })).to.equal(expected);
      expect(runtimeOf({ folder, name: "shop" })).to.equal(expected);
    });
  }

  it("is that of the project around, where one of another name lies in between", () => {
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: python\n");
    writeFileSync(join(folder, "src", "Pulumi.yaml"), "name: other\nruntime: nodejs\n");
    expect(runtimeOf({ folder: inner, name: "shop" })).to.equal("python");
    expect(runtimeOf({ folder: inner })).to.equal("nodejs");
  });
});
