import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect } from "chai";
import { filesOf } from "../../../provider/sources/files";

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

  describe("with symbolic links", () => {
    let linked: string;
    const found = (): string[] => filesOf(linked).map((file) => relative(linked, file));
    beforeEach(() => {
      linked = mkdtempSync(join(tmpdir(), "links-"));
    });
    afterEach(() => rmSync(linked, { recursive: true }));

    it("follows links to files and folders", () => {
      symlinkSync(join(folder, "one.yaml"), join(linked, "linked.yaml"));
      symlinkSync(join(folder, "a"), join(linked, "below"));
      expect(found()).to.deep.equal(["below/b/f+ur.yaml", "below/b/four.yaml", "below/three.yml", "linked.yaml"]);
    });

    it("enters a folder that links to itself only once", () => {
      writeFileSync(join(linked, "own.yaml"), "");
      symlinkSync(linked, join(linked, "again"));
      expect(found()).to.deep.equal(["own.yaml"]);
    });

    it("names a link without a target", () => {
      symlinkSync(join(linked, "nowhere"), join(linked, "broken.yaml"));
      expect(found).to.throw(`${join(linked, "broken.yaml")}: the symbolic link is broken`);
    });
  });
});
