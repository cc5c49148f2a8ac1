import { expect } from "chai";
import { readSource } from "../../../provider/sources/read-source";

const problems = (text: string): string[] =>
  readSource(text, "a.yaml").problems.map(({ position: { line, column }, message }) => `${line}:${column} ${message}`);

describe("a text that is not YAML", () => {
  it("names a key that is there twice", () => {
    expect(problems("kind: A\nspec:\n  selector: 1\n  other: 2\n  selector: 3\n")).to.deep.equal([
      '5:3 the key "selector" is in this map twice: leave one of them out',
    ]);
    expect(problems('a: {"x/y": 1, "x/y": 2}\n')).to.deep.equal(['1:15 the key "x/y" is in this map twice: leave one of them out']);
  });

  it("names tabs", () => {
    expect(problems("kind: A\nspec:\n\tselector: 1\n")).to.deep.equal([
      "3:1 lines are indented by tabs, which YAML does not allow: use spaces",
    ]);
  });

  it("is named in the parser's words otherwise", () => {
    expect(problems("kind: [A\n").join()).to.include("Flow sequence");
  });
});
