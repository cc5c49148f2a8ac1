import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { type OperationName, operations } from "../../../provider/values/operations";
import { compareBytes, hasPlaceholder, isPlaceholder, Values } from "../../../provider/values/values";

const secret = (values: Values, value: string | number, path = "spec.secret") => values.add({ path, secret: true, known: { value } });

describe("placeholders", () => {
  it("give the same result as the plain value, through every operation", () => {
    const anyOperation = fc.constantFrom(...(Object.keys(operations) as OperationName[]));
    fc.assert(
      fc.property(anyOperation, fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (operation, value, before, after) => {
        const values = new Values();
        const hidden = values.apply(operation, before + secret(values, value) + after);
        expect(hasPlaceholder(hidden)).to.equal(true);
        expect(values.evaluate(hidden)).to.equal(operations[operation](before + value + after));
      }),
    );
  });

  it("stay secret through operations on operations", () => {
    const values = new Values();
    const text = values.apply("gzipBase64", `a: ${values.apply("json", values.apply("trimEnd", secret(values, "hunter2 \n")))}\n`);
    expect(values.isSecret(text)).to.equal(true);
    expect(values.mask(text)).to.equal("[secret]");
    expect(gunzipSync(Buffer.from(String(values.evaluate(text)), "base64")).toString()).to.equal('a: "hunter2"\n');
  });

  it("lose all that Unicode calls white space from their end, and nothing else", () => {
    expect(operations.trimEnd(" a\u00a0b \t\r\n\v\f\u0085\u00a0\u2028\u3000")).to.equal(" a\u00a0b");
    expect(operations.trimEnd("a\ufeff")).to.equal("a\ufeff");
  });

  it("go into URLs as Go writes them", () => {
    expect(operations.formEncoded("a b~c*d&e=é")).to.equal("a+b~c%2Ad%26e%3D%C3%A9");
  });

  it("keep the type of a value that is the whole text", () => {
    const values = new Values();
    const port = secret(values, 8080);
    expect(values.evaluate(port)).to.equal(8080);
    expect(values.evaluate(values.apply("json", port))).to.equal("8080");
    expect(values.evaluate(`:${port}`)).to.equal(":8080");
  });

  it("are compared, sorted and measured by their values, never by their tokens", () => {
    const values = new Values();
    const [a = "", b = "", c = ""] = ["a", "b", "c"].map((value) => secret(values, value, `spec.${value}`));
    expect(values.sort([c, "bb", a, b], (text) => text)).to.deep.equal([a, b, "bb", c]);
    expect(values.isEqual(a, "a")).to.equal(true);
    expect(values.isEmpty(values.apply("trimEnd", secret(values, " \n", "spec.blank")))).to.equal(true);
    expect(values.gzippedSize(secret(values, "x".repeat(10_000), "spec.long"), 100)).to.be.lessThan(200);
  });

  it("that are unknown equal only themselves, and count as not empty", () => {
    const values = new Values();
    const [one, other] = ["one", "other"].map((path) => values.add({ path, secret: false }));
    expect(values.isEqual(one as string, one as string)).to.equal(true);
    expect(values.isEqual(one as string, other as string)).to.equal(false);
    expect(values.isEmpty(one as string)).to.equal(false);
    expect(values.mask(`${one} and ${secret(values, "hunter2")}`)).to.equal("[unknown] and [secret]");
  });

  it("cannot be forged from what an input can say", () => {
    const values = new Values();
    const real = secret(values, "hunter2");
    const forged = real.replace(/[0-9a-f]{16}/, "0000000000000000");
    expect(isPlaceholder(real)).to.equal(true);
    expect(isPlaceholder(forged)).to.equal(false);
    expect(values.evaluate(forged)).to.equal(forged);
  });

  it("do not depend on the order in which they are made", () => {
    const [first, second] = [new Values(), new Values()];
    const one = [secret(first, "x", "spec.a"), secret(first, "y", "spec.b")];
    const other = [secret(second, "y", "spec.b"), secret(second, "x", "spec.a")].reverse();
    expect(one).to.deep.equal(other);
  });
});

describe("the order of bytes", () => {
  it("is that of UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (left, right) => {
        const expected = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareBytes(left, right))).to.equal(
          left.isWellFormed() && right.isWellFormed() ? expected : Math.sign(compareBytes(left, right)),
        );
      }),
    );
  });
});
