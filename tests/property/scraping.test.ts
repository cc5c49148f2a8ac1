import { expect } from "chai";
import fc from "fast-check";
import { render } from "../../provider/render";
import { scrapedWorlds, secretMark } from "./scrape-objects";

describe("random scrape objects", () => {
  it("give the same bytes in whatever order they come", async () => {
    const shuffled = scrapedWorlds.chain((objects) =>
      fc.tuple(fc.constant(objects), fc.shuffledSubarray(objects, { minLength: objects.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([objects, others]) => {
        const [first, second] = await Promise.all([objects, others].map((input) => render(input, { onInvalid: "skip" })));
        expect(JSON.stringify(second)).to.equal(JSON.stringify(first));
      }),
      { numRuns: 100 },
    );
  });

  it("show no secret to readers of the configuration or of messages", async () => {
    let masked = 0;
    await fc.assert(
      fc.asyncProperty(scrapedWorlds, async (objects) => {
        const { configs, issues } = await render(objects, { onInvalid: "skip" });
        const text = JSON.stringify({ configs, issues });
        expect(text).not.to.contain(secretMark);
        if (text.includes("[secret]")) masked += 1;
      }),
      { numRuns: 200 },
    );
    expect(masked, "too few of the random worlds have secrets in their configuration for this test to say much").to.be.greaterThan(40);
  });
});
