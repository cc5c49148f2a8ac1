import { expect } from "chai";
import fc from "fast-check";
import { render } from "../../provider/render";
import { ruleWorlds } from "../property/rule-objects";
import { refusalOf, starts } from "./vmalert";

describe("vmalert and random rules", () => {
  it("accepts whatever is derived", async () => {
    let rules = 0;
    const property = fc.asyncProperty(ruleWorlds, async (objects) => {
      const { objects: derived } = await render(objects, { onInvalid: "skip" });
      for (const start of starts(derived)) {
        expect(refusalOf(start), JSON.stringify(start)).to.equal(undefined);
        rules += Object.values(start.files).join("").split("\n    expr:").length - 1;
      }
    });
    await fc.assert(property, { numRuns: 300 });
    expect(rules, "too few of the random rules are valid for this test to say much").to.be.greaterThan(100);
  });
});
