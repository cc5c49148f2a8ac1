import { expect } from "chai";
import { parseYaml } from "../../../provider/config/parse-yaml";
import { readYaml } from "../../../provider/sources/manifests";
import { readSource } from "../../../provider/sources/read-source";

describe("YAML as Go programs read it", () => {
  const read = (text: string): unknown => readYaml(text, "a.yaml")[0];

  for (const [what, text, expected] of [
    ["a text in double quotes", 'a:\n  b: "x,\n  y"\n  c: 1\n', { a: { b: "x, y", c: 1 } }],
    ["a text in single quotes, with an empty line", "a:\n- b: 'x\n\n  y'\n  c: 1\n- d\n", { a: [{ b: "x\ny", c: 1 }, "d"] }],
    ["a text that goes on in the first column", 'a:\n  b: "x\ny"\n', { a: { b: "x y" } }],
    ["a list between brackets", "a:\n  b: [1,\n  2,\n3]\n  c: 1\n", { a: { b: [1, 2, 3], c: 1 } }],
    ["a map between brackets", "a:\n  b: {x: 1,\n  z: 2\n  }\n  c: 1\n", { a: { b: { x: 1, z: 2 }, c: 1 } }],
    ["Windows' line ends", 'a:\r\n  b: "x,\r\n  y"\r\n  c: 1\r\n', { a: { b: "x, y", c: 1 } }],
  ] as const) {
    it(`takes ${what} whose next line is not indented further`, () => expect(read(text)).to.deep.equal(expected));
  }

  for (const [what, text] of [
    ["a text without quotes", "a:\n  b: x\n  y\n"],
    ["a quote that is never closed", 'a:\n  b: "x\n  c: 1\n'],
    ["a quote around the end of a document", 'a: "x\n--- y"\n'],
    ["a key over two lines", '"a\nb": 1\n'],
  ] as const) {
    it(`refuses ${what}`, () => expect(() => read(text)).to.throw(/^a\.yaml: .* at line \d, column \d$/));
  }

  it("knows the places of what follows", () => {
    const [object] = readSource('a:\n  b: "x\n  y"\n  c: 1\n', "a.yaml").objects;
    expect(object?.positionOf("a.c")).to.deep.equal({ file: "a.yaml", line: 4, column: 3 });
  });

  it("wants one document where there is to be one", () => {
    expect(parseYaml("a: 1\n---\nb: 2\n")).to.deep.equal({ problem: "is not YAML: expected one document, not several" });
    expect(parseYaml("")).to.deep.equal({ data: null });
  });

  it("tells templates of Helm from mistakes", () => {
    expect(() => read("{{- if .Values.on }}\na: 1\n{{- end }}\n")).to.throw(/template of Helm: render its chart first/);
    expect(() => read('a: "{{ $labels.job }}\nb: [\n')).to.throw(/^(?!.*Helm)/);
  });
});
