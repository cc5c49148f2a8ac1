import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { expectRealOutputs, mended, outputs, sectionsIn } from "./console-page";

const file = join(__dirname, "../../docs/mistakes.md");

/** The lines of an output that name a problem. */
const problemsIn = (output: string): string[] => output.split("\n").filter((line) => line !== "" && !/^checked \d/.test(line));

describe("the page about mistakes", function () {
  this.timeout(300_000);
  const sections = sectionsIn(readFileSync(file, "utf8"));

  it("shows the output of the commands as it is (UPDATE_GOLDEN=1 rewrites it)", async () => {
    expect(sections).to.have.lengthOf(20);
    await expectRealOutputs(file);
  });

  for (const { title, files, commands, change } of sections)
    it(`mends by its change: ${title}`, async () => {
      const [before = "", after = ""] = [await outputs(files, commands), await outputs(mended(files, change), commands)].map((texts) =>
        texts.join(""),
      );
      if (commands.some((command) => command.startsWith("review")))
        return expect([before, after].map((text) => text.includes("\nRisks\n"))).to.deep.equal([true, false]);
      expect(problemsIn(before)).not.to.deep.equal([]);
      return expect(problemsIn(after)).to.deep.equal([]);
    });
});
