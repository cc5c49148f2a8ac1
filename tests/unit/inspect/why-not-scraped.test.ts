import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { scraperTargets } from "../../../provider/inspect/scraper-targets";
import { prepare } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { expectRealOutputs, type Files, mended, outputs, sectionsIn } from "../console-page";

const file = join(__dirname, "../../../docs/why-is-it-not-scraped.md");

/** The number of targets that come from the scrape object of a section. */
function targetsIn(files: Files): number {
  const objects = Object.entries(files).flatMap(([name, text]) => readYaml(text, name));
  const jobs = scraperTargets(prepare(objects), objects).flatMap((scraper) => scraper.jobs);
  return jobs.filter(({ from }) => /Scrape\/\w+\/(shop|database)$/.test(from ?? "")).flatMap(({ targets }) => targets).length;
}

describe("the page about what is not scraped", function () {
  this.timeout(300_000);
  const sections = sectionsIn(readFileSync(file, "utf8"));

  it("shows the output of the commands as it is (UPDATE_GOLDEN=1 rewrites it)", async () => {
    expect(sections).to.have.lengthOf(20);
    await expectRealOutputs(file);
  });

  for (const { title, files, commands, change } of sections)
    it(`mends by its change: ${title}`, async () => {
      const changed = mended(files, change);
      const samples = commands.filter((command) => command.includes("--sample"));
      if (samples.length === 0) return expect([targetsIn(files), targetsIn(changed)]).to.deep.equal([0, 1]);
      expect((await outputs(files, samples)).join("")).to.include("gets nothing");
      return expect((await outputs(changed, samples)).join("")).not.to.include("gets nothing");
    });
});
