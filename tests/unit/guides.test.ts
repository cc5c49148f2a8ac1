import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { expectRealOutputs, sectionsIn } from "./console-page";

/** Guides with the output of commands, and the number of sections that have some. */
const guides: Readonly<Record<string, number>> = {
  "high-availability.md": 1,
  "multi-tenancy.md": 1,
  "upgrades.md": 1,
  "from-kube-prometheus.md": 2,
};

describe("the guides", function () {
  this.timeout(120_000);

  for (const [name, count] of Object.entries(guides))
    it(`show the output of their commands as it is (UPDATE_GOLDEN=1 rewrites it): ${name}`, async () => {
      const file = join(__dirname, "../../docs", name);
      expect(sectionsIn(readFileSync(file, "utf8")).filter(({ commands }) => commands.length > 0)).to.have.lengthOf(count);
      await expectRealOutputs(file);
    });
});
