import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { beforeAndAfter, expectRealOutputs, outputs, sectionsIn } from "./console-page";

const file = join(__dirname, "../../docs/day-2.md");

/** The sentence that a review of each section's change begins with, as far as it is the point of the section. */
const headlines: Readonly<Record<string, RegExp>> = {
  "Upgrade versions": /^Restarts: .*vminsert-main.*vmselect-main.*vmstorage-main\. No risk found\./,
  "Grow a claim": /^No pod restarts\. No risk found\./,
  "Restore a backup": /^Restarts: 1 pod of Deployment monitoring\/vmsingle-small\. No risk found\./,
  "Empty a storage node": /^Restarts: 2 pods of Deployment monitoring\/vminsert-main\. No risk found\./,
  "Take an empty storage node away": /1 risk: fewer pods with data\./,
  "Move to another storage class": /^Restarts: 1 pod of Deployment monitoring\/vmagent-main\. Created: 4 objects\. No risk found\./,
  "Give the license by reference": /^Restarts: 1 pod of Deployment monitoring\/vmsingle-small\. No risk found\./,
  "Stop all changes in an emergency": /^No pod restarts\. No risk found\./,
};

describe("the guide for day 2", function () {
  this.timeout(120_000);
  const sections = sectionsIn(readFileSync(file, "utf8"));

  it("shows the reviews as they are (UPDATE_GOLDEN=1 rewrites them)", () => expectRealOutputs(file, beforeAndAfter));

  for (const section of sections.filter(({ commands }) => commands.length > 0))
    it(`has a change with the effect that it names: ${section.title}`, async () => {
      const [review = ""] = await outputs(beforeAndAfter(section), section.commands);
      expect(review).to.match(headlines[section.title] as RegExp);
    });

  it("says of each procedure where to look afterwards", () => {
    const text = readFileSync(file, "utf8");
    for (const section of text.split(/^## /m).slice(2)) expect(section, section.split("\n")[0]).to.match(/^Afterwards: \S/m);
  });
});
