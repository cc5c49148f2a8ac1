import { expect } from "chai";
import { fileRules, globalRule, jobRule } from "../../provider/config/relabel-rules";
import { checkRelabelRules } from "../../provider/config/relabeling-check";
import type { RelabelRule } from "../../provider/config/setting-types";
import { Values } from "../../provider/values/values";
import { Report } from "../../provider/world/issues";

const everything: RelabelRule = {
  labels: { b10: "1", b9: "2", A: "3", _: "4" },
  match: "a.*",
  if: ['{a="b"}'],
  action: "graphite",
  replacement: "",
  modulus: 3,
  regex: ["x", "y"],
  target_label: "snake",
  targetLabel: "camel",
  separator: "",
  source_labels: ["snake"],
  sourceLabels: ["camel"],
};

describe("relabel rules", () => {
  it("of jobs: their keys in order, camel case before snake case", () => {
    expect(JSON.stringify(jobRule(everything))).to.equal(
      JSON.stringify({
        source_labels: ["camel"],
        separator: "",
        target_label: "camel",
        regex: ["x", "y"],
        modulus: 3,
        replacement: "",
        action: "graphite",
        if: '{a="b"}',
        match: "a.*",
        labels: { A: "3", _: "4", b10: "1", b9: "2" },
      }),
    );
  });

  it("of the global section: another order, and snake case before camel case", () => {
    expect(JSON.stringify(globalRule(everything))).to.equal(
      JSON.stringify({
        source_labels: ["snake"],
        target_label: "snake",
        separator: "",
        regex: ["x", "y"],
        modulus: 3,
        replacement: "",
        action: "graphite",
        if: '{a="b"}',
        match: "a.*",
        labels: { _: "4", A: "3", b9: "2", b10: "1" },
      }),
    );
  });

  it("of files: the same as of jobs, but empty ones are left out", () => {
    const empty = { sourceLabels: [], targetLabel: "", regex: [], modulus: 0, labels: {} };
    expect(jobRule(empty)).to.deep.equal({});
    expect(fileRules([empty, { target_label: "a" }])).to.deep.equal([{ target_label: "a" }]);
  });

  describe("are checked", () => {
    const cases: [rule: RelabelRule, issue: string | undefined][] = [
      [{ target_label: "a" }, undefined],
      [{ action: "LabelDrop", regex: "a|b" }, undefined],
      [{ action: "%{ACTION}", regex: "%{REGEX}(" }, undefined],
      [{ action: "keep", if: 'up{job=~"a.*" or instance!="b",}' }, undefined],
      [{ action: "graphite", match: "*.a", labels: { a: "$1" } }, undefined],
      [{ action: "drop", if: '{a="%{VALUE}"}' }, undefined],
      [{ action: "drop", if: "%{" }, "error rules[0].if"],
      [{ action: "drop", if: "%{}" }, "error rules[0].if"],
      [{ action: "constructor" }, "error rules[0].action"],
      [{ action: "labeldrop", regex: "(?=a)" }, "error rules[0].regex"],
      [{ action: "labeldrop", regex: ["(a", "b)"] }, undefined],
      [{ action: "drop", if: ["{a=1}"] }, "error rules[0].if"],
      [{ action: "drop", if: '{a=~"("}' }, "error rules[0].if"],
      [{ action: "drop", regex: "a" }, "warning rules[0]"],
      [{ action: "hashmod", sourceLabels: ["a"], targetLabel: "b" }, "warning rules[0]"],
      [{ action: "keep_if_equal", source_labels: ["a"] }, "warning rules[0].sourceLabels"],
      [{ target_label: "a", match: "b" }, "warning rules[0].match"],
      [{ source_labels: ["a"], sourceLabels: ["b"], targetLabel: "c" }, "warning rules[0].source_labels"],
      [{}, "warning rules[0]"],
    ];
    for (const [rule, expected] of cases) {
      it(`${JSON.stringify(rule)}: ${expected ?? "nothing wrong"}`, () => {
        const report = new Report("VMServiceScrape/shop/web");
        checkRelabelRules([rule], "rules", { values: new Values(), report });
        expect(report.issues.map(({ severity, path }) => `${severity} ${path}`)).to.deep.equal(expected ? [expected] : []);
      });
    }

    it("without a look at what is unknown, and without showing what is secret", () => {
      const values = new Values();
      const report = new Report("VMServiceScrape/shop/web");
      const unknown = values.add({ path: "spec.unknown", secret: false });
      const secret = values.add({ path: "spec.secret", secret: true, known: { value: "hunter2(" } });
      checkRelabelRules(
        [
          { action: "labeldrop", regex: unknown },
          { action: "labeldrop", regex: secret },
        ],
        "rules",
        { values, report },
      );
      expect(report.issues.map(({ path }) => path)).to.deep.equal(["rules[1].regex"]);
      expect(JSON.stringify(report.issues)).not.to.contain("hunter2");
    });
  });
});
