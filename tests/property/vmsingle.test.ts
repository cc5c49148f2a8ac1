import { expect } from "chai";
import fc from "fast-check";
import { kinds } from "../../provider/kinds";
import { render } from "../../provider/render";
import { arbitraryOf } from "./arbitrary";

const resource = (spec: unknown) => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMSingle",
  metadata: { name: "main", namespace: "ns" },
  spec,
});

describe("random valid VMSingle specs", () => {
  const specs = arbitraryOf(kinds.VMSingle.spec);

  it("are valid by their own schema", () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const result = kinds.VMSingle.spec.safeParse(spec);
        expect(result.error?.issues ?? [], JSON.stringify(spec)).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it("always derive or name the problem, and the input is never changed", async () => {
    let derived = 0;
    await fc.assert(
      fc.asyncProperty(specs, async (spec) => {
        const input = resource(spec);
        const before = structuredClone(input);
        const frozen = deepFreeze(input);
        const { objects, issues } = await render([frozen], { onInvalid: "skip" });
        expect(frozen).to.deep.equal(before);
        const errors = issues.filter(({ severity }) => severity === "error");
        for (const { path, message } of errors) expect(path + message).to.match(/^(spec|metadata)/);
        if (errors.length > 0 || (spec as { paused?: boolean }).paused) return;
        derived += 1;
        expect(objects.map(({ kind }) => kind)).to.include.members(["Deployment", "Service"]);
      }),
      { numRuns: 300 },
    );
    expect(derived, "too few of the random specs derive for this test to say much").to.be.greaterThan(60);
  });
});

function deepFreeze<Data>(data: Data): Data {
  if (typeof data === "object" && data !== null) Object.values(data).forEach(deepFreeze);
  return Object.freeze(data);
}
