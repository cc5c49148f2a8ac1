import { expect } from "chai";
import { contentsOf } from "../../../provider/config/contents";
import type { GeneratedPart } from "../../../provider/derived";
import { Values } from "../../../provider/values/values";

const item = (section: string, name: string, tree: GeneratedPart["tree"] = {}): GeneratedPart => ({ section, name, tree });
const contents = (parts: readonly GeneratedPart[], values = new Values()): string[] =>
  contentsOf({ "file.yaml": { text: "", parts } }, values);

describe("the contents of generated files", () => {
  it("count and name the items of each section in their order, groups with the number of their rules", () => {
    const rules = (count: number) => ({ rules: Array.from({ length: count }, () => ({})) });
    expect(
      contents([
        { section: "global", tree: {} },
        item("groups", "a", rules(2)),
        item("users", "reader"),
        item("groups", "b", rules(1)),
        item("groups", "c", rules(0)),
      ]),
    ).to.deep.equal(["3 groups: a (2 rules), b (1 rule), c (0 rules)", "1 users: reader"]);
  });

  it("are those of all files, and nothing for files without parts or without named ones", () => {
    const values = new Values();
    expect(contentsOf({ a: { text: "", parts: [item("x", "1")] }, b: { text: "", parts: [item("x", "2")] } }, values)).to.deep.equal([
      "1 x: 1",
      "1 x: 2",
    ]);
    expect(contentsOf({ a: { text: "own" }, b: { text: "", parts: [{ section: "global", tree: {} }] } }, values)).to.deep.equal([]);
  });

  it("are broken between names into lines that are not too long", () => {
    const names = Array.from({ length: 50 }, (_, index) => `serviceScrape/shop/app-${index}/0`);
    const lines = contents(names.map((name) => item("scrape_configs", name)));
    expect(lines.length).to.be.within(9, 15);
    for (const line of lines) expect(line.length).to.be.at.most(140);
    expect(lines.join(" ")).to.equal(`50 scrape_configs: ${names.join(", ")}`);
  });

  it("end after thirty lines with how many items there are", () => {
    const lines = contents(Array.from({ length: 1000 }, (_, index) => item("scrape_configs", `serviceScrape/shop/app-${index}/0`)));
    expect(lines).to.have.length(31);
    expect(lines.at(-1)).to.equal("… and more, 1000 in all");
  });

  it("mask secrets and unknown values in names", () => {
    const values = new Values();
    const secret = values.add({ path: "spec.a", secret: true, known: { value: "hunter2" } });
    const unknown = values.add({ path: "spec.b", secret: false });
    expect(contents([item("users", `${unknown}/${secret}`)], values)).to.deep.equal(["1 users: [unknown]/[secret]"]);
  });
});
