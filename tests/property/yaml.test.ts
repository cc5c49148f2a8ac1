import { expect } from "chai";
import fc from "fast-check";
import YAML from "yaml";
import { printYaml } from "../../provider/config/yaml";
import type { Tree } from "../../provider/text/tree";
import { Values } from "../../provider/values/values";

/** Texts that some version of YAML takes for something else, or that break a careless printer. */
const tricky = fc.constantFrom(
  "y",
  "no",
  "On",
  "~",
  "null",
  "1e3",
  "0x1F",
  "0o7",
  "010",
  "0b1",
  "12:30:45",
  "1_000",
  ".5",
  "-.inf",
  ".NaN",
  "2020-01-01",
  "2020-01-01T12:30:45Z",
  "2020-01-01 12:30:45",
  "<<",
  "=",
  "a: b",
  "a #b",
  "- x",
  "-",
  "--- a",
  "...",
  "... x",
  "? a",
  "x:",
  "  x",
  "x  ",
  "\n",
  "a\nb",
  "a\nb\n",
  "a\n\n",
  "a\n b",
  "\ta",
  "'",
  '"',
  "a'b\"c",
  "\\d",
  "{",
  "[a]",
  "%x",
  "@x",
  "`x",
  "!x",
  "&a",
  "*a",
  "|",
  "> a",
  "é",
  "\u2028",
  "\u0085",
  "\ufeff",
  "#a",
  ".",
  "${1}:x",
  "(.+)",
  "a\r\nb",
  "😀",
);
const text = fc
  .oneof(
    tricky,
    fc.string(),
    fc.string({ unit: "binary" }).filter((value) => value.isWellFormed()),
    fc.tuple(tricky, tricky).map((pair) => pair.join("")),
  )
  // The library takes `e1` for a number in YAML 1.1, which it is in no version.
  .filter((value) => !/^[-+]?e[-+]?[0-9]+$/i.test(value));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("tree")),
    fc.dictionary(
      text.filter((key) => key !== "__proto__"),
      tie("tree"),
    ),
  ),
}));

const read = (document: string, version: "1.1" | "1.2"): unknown => {
  const parsed = YAML.parseDocument(document, { version, merge: version === "1.1" });
  expect(parsed.errors, document).to.deep.equal([]);
  return normal(parsed.toJS());
};
const normal = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("printed YAML", () => {
  for (const version of ["1.1", "1.2"] as const) {
    it(`reads as what was printed, by YAML ${version}`, () => {
      const property = fc.property(tree, (data) => {
        expect(read(printYaml(data, new Values()), version)).to.deep.equal(normal(data));
      });
      fc.assert(property, { numRuns: 3000 });
    });
  }

  it("is the same document with placeholders as with the values in their place", () => {
    fc.assert(
      fc.property(text, text, text, (value, before, after) => {
        const values = new Values();
        const token = values.add({ path: "spec.x", secret: true, known: { value } });
        const printed = printYaml({ whole: token, part: before + token + after, list: [token], [`key${token}`]: 1 }, values);
        expect(read(String(values.evaluate(printed)), "1.2")).to.deep.equal({
          whole: value,
          part: before + value + after,
          list: [value],
          [`key${value}`]: 1,
        });
        const masked = read(values.mask(printed), "1.2");
        expect(masked).to.deep.equal({ whole: "[secret]", part: `${before}[secret]${after}`, list: ["[secret]"], "key[secret]": 1 });
      }),
    );
  });
});
