import { expect } from "chai";
import fc, { type Arbitrary } from "fast-check";
import { render } from "../../provider/render";

/** The rendering of random objects depends on nothing but the objects. */
export function itGivesTheSameBytes<World extends object>(worlds: Arbitrary<World[]>): void {
  it("give the same bytes in whatever order they come", async () => {
    const shuffled = worlds.chain((objects) => fc.tuple(fc.constant(objects), fc.shuffledSubarray(objects, { minLength: objects.length })));
    const property = fc.asyncProperty(shuffled, async ([objects, others]) => {
      const [first, second] = await Promise.all([objects, others].map((input) => render(input, { onInvalid: "skip" })));
      expect(JSON.stringify(second)).to.equal(JSON.stringify(first));
    });
    await fc.assert(property, { numRuns: 100 });
  });
}

/** No value that begins with the mark of secrets shows; at least `least` of 200 random worlds have one in their configuration. */
export function itShowsNoSecret<World extends object>(worlds: Arbitrary<World[]>, secretMark: string, least: number): void {
  it("show no secret to readers of the configuration or of messages", async () => {
    let masked = 0;
    const property = fc.asyncProperty(worlds, async (objects) => {
      const { configs, issues } = await render(objects, { onInvalid: "skip" });
      const text = JSON.stringify({ configs, issues });
      expect(text).not.to.contain(secretMark);
      if (text.includes("[secret]")) masked += 1;
    });
    await fc.assert(property, { numRuns: 200 });
    expect(masked, "too few of the random worlds have secrets in their configuration for this test to say much").to.be.at.least(least);
  });
}
