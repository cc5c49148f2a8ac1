import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "chai";
import { filesOf } from "../../provider/sources/files";

describe("files of a path", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "files-"));
    mkdirSync(join(folder, "a", "b"), { recursive: true });
    for (const file of ["one.yaml", "two.json", "notes.txt", "a/three.yml", "a/b/four.yaml", "a/b/f+ur.yaml"])
      writeFileSync(join(folder, file), "");
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [path, expected] of [
    ["", ["a/b/f+ur.yaml", "a/b/four.yaml", "a/three.yml", "one.yaml", "two.json"]],
    ["one.yaml", ["one.yaml"]],
    ["*.yaml", ["one.yaml"]],
    ["**/*.yaml", ["a/b/f+ur.yaml", "a/b/four.yaml", "one.yaml"]],
    ["a/**", ["a/b/f+ur.yaml", "a/b/four.yaml", "a/three.yml"]],
    ["*.{json,txt}", ["notes.txt", "two.json"]],
    ["a/*/f+*.yaml", ["a/b/f+ur.yaml"]],
    ["?ne.yaml", ["one.yaml"]],
    ["*.none", []],
  ] as const) {
    it(`of ${path || "a folder"}`, () => {
      expect(filesOf(join(folder, path)).map((file) => relative(folder, file))).to.deep.equal(expected);
    });
  }
});
