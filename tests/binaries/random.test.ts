import { expect } from "chai";
import fc from "fast-check";
import { render } from "../../provider/render";
import { scrapedWorlds } from "../property/scrape-objects";
import { isAnnounced, scrapeConfigurations, verdictOf } from "./vmagent";

describe("vmagent and random scrape objects", () => {
  it("accepts whatever is derived, and leaves out no job without a warning", async () => {
    let jobs = 0;
    const property = fc.asyncProperty(scrapedWorlds, async (objects) => {
      const { objects: derived, issues } = await render(objects, { onInvalid: "skip" });
      for (const configuration of scrapeConfigurations(derived)) {
        const { refusal, leftOut } = verdictOf(configuration);
        expect(refusal, configuration.main).to.equal(undefined);
        for (const { job, reason } of leftOut) expect(isAnnounced(job, issues), `${job}: ${reason}`).to.equal(true);
        jobs += configuration.main.split("\n- job_name:").length - 1;
      }
    });
    await fc.assert(property, { numRuns: 400 });
    expect(jobs, "too few of the random objects become jobs for this test to say much").to.be.greaterThan(400);
  });
});
