import { expect } from "chai";
import { withoutSecrets } from "../../../provider/values/masking";

describe("a text without secrets", () => {
  const secret = 'p/ss "word"';
  for (const [form, text] of [
    ["as they are", secret],
    ["in URLs", encodeURIComponent(secret)],
    ["in JSON", JSON.stringify(secret)],
    ["in base64", Buffer.from(secret).toString("base64")],
  ] as const) {
    it(`has none ${form}`, () => {
      const masked = withoutSecrets(`before ${text} after`, [secret]);
      expect(masked).to.match(/^before "?\[secret\]"? after$/);
    });
  }

  it("masks each line of a key", () => {
    expect(withoutSecrets("it read MIIEpAIBAAK and stopped", ["-----BEGIN-----\nMIIEpAIBAAK\n-----END-----\n"])).to.equal(
      "it read [secret] and stopped",
    );
  });

  it("masks a secret whole that begins like another", () => {
    expect(withoutSecrets("longer-secret", ["longer", "longer-secret"])).to.equal("[secret]");
  });

  it("leaves words alone that hold a short secret", () => {
    expect(withoutSecrets("a pod at 10, port a", ["a", "1"])).to.equal("[secret] pod at 10, port [secret]");
  });

  it("passes over empty secrets", () => {
    expect(withoutSecrets("text", ["", " "])).to.equal("text");
  });
});
