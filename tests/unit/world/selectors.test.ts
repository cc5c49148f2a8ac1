import { expect } from "chai";
import { type LabelSelector, matches, selectorProblems } from "../../../provider/world/selectors";

const labels = { app: "shop", tier: "front" };

describe("label selectors", () => {
  const cases: [string, LabelSelector, boolean][] = [
    ["empty", {}, true],
    ["equal label", { matchLabels: { app: "shop" } }, true],
    ["other value", { matchLabels: { app: "bank" } }, false],
    ["In", { matchExpressions: [{ key: "app", operator: "In", values: ["bank", "shop"] }] }, true],
    ["In without the label", { matchExpressions: [{ key: "x", operator: "In", values: ["shop"] }] }, false],
    ["NotIn", { matchExpressions: [{ key: "app", operator: "NotIn", values: ["shop"] }] }, false],
    ["NotIn without the label", { matchExpressions: [{ key: "x", operator: "NotIn", values: ["shop"] }] }, true],
    ["Exists", { matchExpressions: [{ key: "app", operator: "Exists" }] }, true],
    ["DoesNotExist", { matchExpressions: [{ key: "app", operator: "DoesNotExist" }] }, false],
    ["all of several", { matchLabels: { app: "shop" }, matchExpressions: [{ key: "tier", operator: "In", values: ["back"] }] }, false],
  ];
  for (const [name, selector, expected] of cases)
    it(`${name} ${expected ? "matches" : "does not match"}`, () => expect(matches(selector, labels)).to.equal(expected));

  it("have their problems named by path", () => {
    const selector = {
      matchLabels: { "bad key": "ok", good: "bad value" },
      matchExpressions: [
        { key: "app", operator: "In" },
        { key: "app", operator: "Exists", values: ["x"] },
        { key: "app", operator: "Is" },
      ],
    };
    expect(selectorProblems(selector).map(([path]) => path)).to.deep.equal([
      'matchLabels["bad key"]',
      "matchLabels.good",
      "matchExpressions[0].values",
      "matchExpressions[1].values",
      "matchExpressions[2].operator",
    ]);
  });
});
