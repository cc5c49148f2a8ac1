import { expect } from "chai";
import fc from "fast-check";
import { render } from "../../provider/render";
import { ruleWorlds, secretMark } from "./rule-objects";

describe("random rules", () => {
  it("give the same bytes in whatever order their objects come", async () => {
    const shuffled = ruleWorlds.chain((objects) =>
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

  it("show no secret of notifiers to readers of the configuration or of messages", async () => {
    await fc.assert(
      fc.asyncProperty(ruleWorlds, async (objects) => {
        const { configs, issues } = await render(objects, { onInvalid: "skip" });
        expect(JSON.stringify({ configs, issues })).not.to.contain(secretMark);
      }),
      { numRuns: 100 },
    );
  });
});
