import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as kubernetes from "@pulumi/kubernetes";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { TestStack } from "../engine/stack";
import { succeeded } from "../succeeded";
import { LanguageStack, pythonDriver, yamlProject } from "./language";
import { planted, type ReviewedObject, reviewed, yamlProgram } from "./reviewed";
import { plugin } from "./stack";

const command = join(__dirname, "..", "..", "dist", "cli", "cli.js");

function review(args: readonly string[], input = "", cwd = process.cwd()): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, "review", ...args], { encoding: "utf8", input, cwd });
  expect(status, stderr).to.equal(0);
  return stdout;
}

/** The objects as a program in TypeScript, in process. */
const typescript = (objects: readonly ReviewedObject[]) => async () => {
  const made: unknown[] = [];
  for (const { kind, metadata, spec, stringData, selects } of objects) {
    const name = `${kind}-${metadata.name}`.toLowerCase();
    if (stringData) made.push(new kubernetes.core.v1.Secret(name, { metadata, stringData }));
    else {
      const create = { ...victoriametrics }[kind as "VMAgent"];
      made.push(new create(name, { metadata, spec, ...(selects && { selectFrom: [...made] }) } as never));
    }
  }
};

describe("a review of the same change", () => {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-review-"));
  let expected: string;

  const write = (name: string, objects: readonly ReviewedObject[]): string => {
    mkdirSync(join(folder, name), { recursive: true });
    for (const { selects: _, ...manifest } of objects) {
      writeFileSync(join(folder, name, `${manifest.kind}-${manifest.metadata.name}.yaml`), JSON.stringify(manifest));
    }
    return join(folder, name);
  };

  before(() => {
    expected = review(["--base", write("old", reviewed.old), "--head", write("now", reviewed.now)]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("from two folders says what is at risk and what restarts, and shows no secret", () => {
    for (const text of [
      "Deployment monitoring/vmsingle-db: -retentionPeriod 30d → 14d",
      "StatefulSet monitoring/vmstorage-large goes from 3 to 2 pods with claims",
      "StatefulSet monitoring/vmselect-large: -replicationFactor 2 → not set",
      "VMAlert monitoring/main: Low",
      "VMAuth monitoring/main, VMUser/monitoring/reader: /api/v1/write",
      "containers[vmsingle].args[-license]: a secret value changes",
      "+scrape_interval: 15s",
    ]) {
      expect(expected).to.include(text);
    }
    for (const value of planted) expect(expected).not.to.include(value);
  });

  it("from a program in TypeScript gives the same text", async () => {
    const stack = await TestStack.create(typescript(reviewed.old));
    try {
      const { failed, output } = await stack.up();
      succeeded({ failed, output });
      stack.program = typescript(reviewed.now);
      const preview = await stack.previewJson();
      expect(review(["-"], preview)).to.equal(expected);
      for (const format of ["markdown", "json"]) {
        for (const value of planted) expect(review(["-", "--format", format], preview)).not.to.include(value);
      }
    } finally {
      stack.remove();
    }
  });

  it("from a program in Python gives the same text", async function () {
    this.timeout(300_000);
    const stack = new LanguageStack(await pythonDriver(folder));
    try {
      const settings = (objects: readonly ReviewedObject[]) => ({ "tests:objects": JSON.stringify(objects) });
      const { failed, output } = await stack.run("up", "reviewed", settings(reviewed.old));
      succeeded({ failed, output });
      const preview = await stack.run("previewJson", "reviewed", settings(reviewed.now));
      succeeded(preview);
      expect(review(["-"], preview.output)).to.equal(expected);
    } finally {
      stack.remove();
    }
  });

  it("from a program in YAML gives the same text", async () => {
    const { pulumi, write: program } = await yamlProject(join(folder, "yaml"), yamlProgram(reviewed.old, plugin.path));
    await pulumi("up", "--yes", "--skip-preview");
    program(yamlProgram(reviewed.now, plugin.path));
    const preview = await pulumi("preview", "--json");
    expect(review(["-"], `a line before\n${preview}\na line after\n`)).to.equal(expected);
    expect(preview)
      .to.include("Risk of VMAlert monitoring/main: alerts or recording rules go away")
      .and.not.match(/planted-key-(old|new)/);
  });

  it("from two revisions gives the same text, and leaves the work tree alone", () => {
    const repository = join(folder, "repository");
    const git = (...args: string[]): string => {
      const identity = ["-c", "user.name=tests", "-c", "user.email=tests@example.com"];
      const { stdout, stderr, status } = spawnSync("git", ["-C", repository, ...identity, ...args], { encoding: "utf8" });
      expect(status, stderr).to.equal(0);
      return stdout;
    };
    mkdirSync(repository);
    git("init", "--quiet", "--initial-branch=main");
    write("repository/manifests", reviewed.old);
    git("add", ".");
    git("commit", "--quiet", "--message=old");
    write("repository/manifests", reviewed.now);
    const before = git("status", "--porcelain");
    expect(review(["--base", "main", "--head", ".", "-f", "manifests"], "", repository)).to.equal(expected);
    expect(git("status", "--porcelain")).to.equal(before);
    git("commit", "--quiet", "--all", "--message=new");
    expect(review(["--base", "main~1", "--head", "main", "-f", "*"], "", join(repository, "manifests"))).to.equal(expected);
  });
});
