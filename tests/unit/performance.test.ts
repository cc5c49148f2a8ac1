import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { broken, type Figure, type Record as Recorded, table } from "../../bench/figures.mjs";
import { documents, recorded } from "../../bench/report/record.mjs";

describe("the figures of the bench", () => {
  const slow: Figure = { title: "`up`", value: 3, unit: "s", than: { title: "plain", value: 2 }, limit: 1.1 };
  const large: Figure = { title: "memory", value: 2, unit: "GiB", limit: 1 };
  const fine: Figure = { title: "ratio", value: 1, unit: "×" };

  it("are rows of one table", () => {
    expect(table([slow, large, fine]).split("\n").slice(2)).to.deep.equal([
      "| `up` | 3.00 s | plain: 2.00 s | 1.50 | 1.1 |",
      "| memory | 2.00 GiB | | | 1.00 GiB |",
      "| ratio | 1.00 × | | | |",
    ]);
  });

  it("are named where they are above their limit", () => {
    expect(broken([slow, large, fine, { ...slow, value: 2.2 }])).to.deep.equal([
      "`up`: 1.50 times plain, not 1.1",
      "memory: 2.00 GiB, not 1.00 GiB",
    ]);
  });
});

describe("the recorded figures", () => {
  const figures: Recorded = recorded();

  for (const [file, text] of Object.entries(documents(figures)))
    it(`are those of ${file}`, () => {
      if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
      expect(readFileSync(file, "utf8") === text, "UPDATE_GOLDEN=1 writes it from bench/figures.json").to.equal(true);
    });

  it("are shown with three decimals at most, so that recording them again changes nothing", () => {
    const [first, ...others] = figures.figures;
    const longer = { ...figures, figures: [{ ...(first as Figure), value: (first as Figure).value + 0.000_04 }, ...others] };
    expect(documents(longer)).to.deep.equal(documents(figures));
  });

  it("have a point in the plot for each number of objects", () => {
    const plot = documents(figures)["docs/performance.svg"] ?? "";
    expect(plot.match(/<circle /g)).to.have.lengthOf(figures.growth.length);
    const [far] = figures.growth.slice(-1);
    const later = { ...figures, growth: [...figures.growth.slice(0, -1), { ...(far as Recorded["growth"][number]), seconds: 9.5 }] };
    expect(documents(later)["docs/performance.svg"]).not.to.equal(plot);
  });

  it("name every main figure in README", () => {
    const main = figures.figures.filter(({ isMain }) => isMain);
    expect(main.length).to.be.greaterThan(5);
    for (const { title } of main) expect(readFileSync("README.md", "utf8")).to.include(`| ${title} |`);
  });
});
