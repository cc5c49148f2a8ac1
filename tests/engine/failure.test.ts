import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

const program = (spec: object) => async () => {
  new victoriametrics.VMSingle("db", { metadata: { namespace: "monitoring" }, spec: spec as never });
};

describe("a component that fails after it was made", () => {
  it("deletes nothing", async () => {
    const stack = await TestStack.create(program({ retentionPeriod: "1" }));
    try {
      succeeded(await stack.up());
      const before = (await stack.state()).map(({ urn }) => urn);
      stack.program = program({ retentionPeriod: "1", nonsense: true });
      const { failed, errors, operations } = await stack.up();
      expect(failed).to.equal(true);
      expect(errors.join("\n")).to.include("spec.nonsense");
      expect(Object.values(operations)).not.to.include("delete");
      expect((await stack.state()).map(({ urn }) => urn)).to.deep.equal(before);
    } finally {
      stack.remove();
    }
  });
});
