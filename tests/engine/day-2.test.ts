import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import * as victoriametrics from "../../provider";
import { reviewFormats } from "../../provider/review/format";
import { reviewOf } from "../../provider/review/review-of-change";
import { changeOfPreview } from "../../provider/review/sources/preview";
import { succeeded } from "../succeeded";
import { TestStack } from "./stack";

const file = join(__dirname, "../../docs/day-2.md");
const place = /(<!-- rotation -->\n).*?(<!-- end -->)/s;

/** The program of the section about generated passwords. */
const program = (rotate?: string) => async () => {
  const metadata = { namespace: "monitoring" };
  const reader = new victoriametrics.VMUser("reader", {
    metadata,
    spec: {
      generatePassword: true,
      targetRefs: [{ static: { url: "http://vmsingle-small.monitoring.svc:8428" }, paths: ["/api/v1/query"] }],
    },
    ...(rotate && { rotate }),
  });
  new victoriametrics.VMAuth("main", { metadata, spec: { selectAllByDefault: true }, selectFrom: [reader] });
};

describe("the guide for day 2", () => {
  it("shows the review of a renewed password as it is (UPDATE_GOLDEN=1 rewrites it)", async () => {
    const stack = await TestStack.create(program());
    try {
      succeeded(await stack.up());
      stack.program = program("2026-12");
      const review = reviewFormats.text(reviewOf(changeOfPreview(await stack.previewJson())));
      const text = readFileSync(file, "utf8");
      const renewed = text.replace(place, (_, start: string, end: string) => `${start}\n\`\`\`\n${review}\`\`\`\n\n${end}`);
      if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) writeFileSync(file, renewed);
      expect(readFileSync(file, "utf8")).to.equal(renewed);
    } finally {
      stack.remove();
    }
  });
});
