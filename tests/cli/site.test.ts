import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { buildSite, pages } from "../../tools/site.mjs";

describe("npm run docs:site", function () {
  this.timeout("10m");

  it("makes a page of every document, with a search and pictures", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-site-"));
    try {
      await buildSite(folder);
      for (const { path } of pages()) expect(existsSync(join(folder, path.replace(/\.md$/, ".html"))), path).to.equal(true);
      const first = readFileSync(join(folder, "index.html"), "utf8");
      expect(first).to.include("The custom resources of the").and.include("DocSearch");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
