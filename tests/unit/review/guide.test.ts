import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { parse } from "yaml";
import { reviewFormats } from "../../../provider/review/format";
import { marker } from "../../../provider/review/format/markdown";
import { risks } from "../../../provider/review/risks";
import { find, reviewed } from "./base";

const file = "docs/changes-in-pull-requests.md";

/** A section of the guide: the text between its comments `<!-- name -->` and `<!-- end -->`. */
const generated: Readonly<Record<string, () => string>> = {
  output: () => {
    const review = reviewed((objects) => {
      find(objects, "VMSingle db").spec.retentionPeriod = "14d";
      find(objects, "VMServiceScrape shop").spec.endpoints[0].interval = "15s";
      find(objects, "VMRule shop").spec.groups[0].rules.pop();
      find(objects, "VMAlert main").spec.replicaCount = 3;
    });
    return `\`\`\`\n${reviewFormats.text(review)}\`\`\``;
  },
  risks: () => risks.map(({ id, title, reason, safely }) => `### ${title}\n\n\`${id}\`\n\n${reason}\n\nSafely: ${safely}`).join("\n\n"),
};

const withGenerated = (text: string): string =>
  Object.entries(generated).reduce(
    (all, [name, write]) =>
      all.replace(
        new RegExp(`(<!-- ${name} -->\\n).*?(<!-- end -->)`, "s"),
        (_, start: string, end: string) => `${start}\n${write()}\n\n${end}`,
      ),
    text,
  );

describe("the guide for changes in pull requests", () => {
  it("shows the output and the risks as they are (UPDATE_GOLDEN=1 rewrites them)", () => {
    const text = readFileSync(file, "utf8");
    if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) writeFileSync(file, withGenerated(text));
    expect(readFileSync(file, "utf8")).to.equal(withGenerated(text));
    for (const { id } of risks) expect(text).to.include(`\`${id}\``);
  });
});

describe("the pipelines in examples/ci", () => {
  it("run the commands that there are, and find the comment of a run before", () => {
    for (const name of ["github-actions.yaml", "gitlab-ci.yaml"]) {
      const text = readFileSync(`examples/ci/${name}`, "utf8");
      expect(parse(text)).to.be.an("object");
      expect(text)
        .to.include("pulumi preview --json")
        .and.include("pulumi-victoriametrics review preview.json --format markdown")
        .and.include(marker);
    }
  });
});
