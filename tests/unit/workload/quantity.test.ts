import { expect } from "chai";
import fc from "fast-check";
import { canonicalQuantity, quantityValue } from "../../../provider/text/quantity";
import { withCanonicalQuantities } from "../../../provider/workload/canonical-quantities";

describe("amounts", () => {
  const written: Readonly<Record<string, string>> = {
    "0.5": "500m",
    "1.5": "1500m",
    "1000m": "1",
    "1024Mi": "1Gi",
    "1000Mi": "1000Mi",
    "1.5Gi": "1536Mi",
    "0.5Ki": "512",
    "1.3Ki": "1331200m",
    "1000": "1k",
    "1500M": "1500M",
    "2000M": "2G",
    "1e3": "1e3",
    "12E2": "1200",
    "-0.25": "-250m",
    "0Gi": "0",
    ".5n": "1n",
    "+1": "1",
    "16Ei": "16Ei",
  };
  for (const [text, canonical] of Object.entries(written)) {
    it(`${text} is written ${canonical}`, () => expect(canonicalQuantity(text)).to.equal(canonical));
  }

  it("are written once and for all, and keep their value", () => {
    const suffix = fc.constantFrom("", "m", "k", "M", "G", "Ki", "Mi", "Gi", "Ti", "e3");
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), suffix, (number, unit) => {
        const canonical = canonicalQuantity(`${number}${unit}`);
        expect(canonicalQuantity(canonical)).to.equal(canonical);
        expect(quantityValue(canonical)).to.equal(quantityValue(`${number}${unit}`));
      }),
    );
  });

  it("are found wherever a type has them, and nothing else is touched", () => {
    const volumes = [
      { name: "1024Mi", emptyDir: { sizeLimit: "1024Mi" } },
      { name: "b", ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: 1 } }, storageClassName: "0.5" } } } },
    ];
    expect(withCanonicalQuantities("[]core/v1:Volume", volumes)).to.deep.equal([
      { name: "1024Mi", emptyDir: { sizeLimit: "1Gi" } },
      { name: "b", ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: "1" } }, storageClassName: "0.5" } } } },
    ]);
  });
});
