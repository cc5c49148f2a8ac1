import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { remedies } from "../../../provider/readiness/remedies";

const page = join(__dirname, "../../../docs/pods-not-ready.md");
const marks = /(<!-- remedies: .*-->\n)[\s\S]*(<!-- end -->)/;

const fields = { spec: "spec", image: "spec.image", resources: "spec.resources", extraArgs: "spec.extraArgs" };

/** The rows of the table as readers see them: reasons, and the cause with its remedy. */
function table(): string {
  const rows = remedies.map(({ reasons, text }) => {
    const marked = text(fields).replace(/(?<![`\w])(spec(\.\w+)*|limits\.memory)(?![`\w])/g, "`$1`");
    return `| ${reasons.map((reason) => `\`${reason}\``).join(", ")} | ${marked[0]?.toUpperCase()}${marked.slice(1)}. |`;
  });
  return `\n| reason | cause and remedy |\n|---|---|\n${rows.join("\n")}\n\n`;
}

describe("the remedies", () => {
  it("are those of their page (UPDATE_GOLDEN=1 renews it)", () => {
    const text = readFileSync(page, "utf8");
    const renewed = text.replace(marks, (_, first: string, last: string) => `${first}${table()}${last}`);
    if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) writeFileSync(page, renewed);
    expect(readFileSync(page, "utf8")).to.equal(renewed);
  });

  it("can all be found: no row is hidden by one before it", () => {
    const general = new Map<string, number>();
    for (const [index, { reasons, detail }] of remedies.entries()) {
      for (const reason of reasons) {
        expect(general.has(reason), `row ${index} for ${reason} comes after one for all its details`).to.equal(false);
        if (!detail) general.set(reason, index);
      }
    }
  });
});
