import { expect } from "chai";
import { fileRules, globalRule, jobRule } from "../../../provider/config/relabel-rules";
import { checkRelabelRules, checkRelabelText, ofFile } from "../../../provider/config/relabeling-check";
import type { RelabelRule } from "../../../provider/config/setting-types";
import { infoOf } from "../../../provider/schema/fields";
import { relabelConfig } from "../../../provider/schema/relabeling-fields";
import { loadParsers } from "../../../provider/upstream/module";
import { Values } from "../../../provider/values/values";
import { Report } from "../../../provider/world/issues";

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
      [{ action: "constructor" }, "warning rules[0].action"],
      [{ action: "labeldrop", regex: "(?=a)" }, "warning rules[0].regex"],
      [{ action: "labeldrop", regex: ["(a", "b)"] }, undefined],
      [{ action: "drop", if: ["{a=1}"] }, "error rules[0].if"],
      [{ action: "drop", if: '{a=~"("}' }, "error rules[0].if"],
      [{ action: "drop", regex: "a" }, "warning rules[0]"],
      [{ action: "hashmod", sourceLabels: ["a"], targetLabel: "b" }, "warning rules[0]"],
      [{ action: "hashmod", sourceLabels: ["a"], targetLabel: "b", modulus: -1 }, "error rules[0]"],
      [{ action: "keep_if_equal", source_labels: ["a"] }, "warning rules[0].source_labels"],
      [{ target_label: "a", match: "b" }, "warning rules[0].match"],
      [{ source_labels: ["a"], sourceLabels: ["b"], targetLabel: "c" }, "warning rules[0].source_labels"],
      [{}, "warning rules[0]"],
    ];
    for (const [rule, expected] of cases) {
      it(`${JSON.stringify(rule)}: ${expected ?? "nothing wrong"}`, () => {
        const report = new Report("VMServiceScrape/shop/web");
        checkRelabelRules([rule], "rules", { values: new Values(), report, parsers: loadParsers });
        expect(report.issues.map(({ severity, path }) => `${severity} ${path}`)).to.deep.equal(expected ? [expected] : []);
      });
    }

    it("and all actions of their type are known, in every spelling of it", () => {
      const { known = [], spellings = [] } = infoOf(relabelConfig.shape.action);
      expect(known).to.include("replace").and.to.have.lengthOf(20);
      const report = new Report("VMServiceScrape/shop/web");
      const rules = [...known, ...spellings, "repalce"].map((action) => ({ action }));
      checkRelabelRules(rules, "rules", { values: new Values(), report, parsers: loadParsers });
      const unknown = report.issues.filter(({ path }) => path.endsWith(".action")).map(({ path }) => path);
      expect(unknown).to.deep.equal([`rules[${rules.length - 1}].action`]);
    });

    it("as errors where the application does not start with them; a file has no empty ones", () => {
      const report = new Report("VMAgent/monitoring/main");
      const checks = { values: new Values(), report, parsers: loadParsers };
      checkRelabelRules([{}, { action: "keep" }], "rules", checks, ofFile);
      checkRelabelText("- target_label: a\n- action: hashmod\n  target_label: b\n", "reference", checks);
      checkRelabelText("- target_label: [\n", "unreadable", checks);
      expect(report.issues.map(({ severity, path }) => `${severity} ${path}`)).to.deep.equal([
        "error rules[1]",
        "error reference",
        "error unreadable",
      ]);
      expect(report.issues[1]?.message).to.contain("rule 2: missing `source_labels`");
    });

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
        { values, report, parsers: loadParsers },
      );
      expect(report.issues.map(({ path }) => path)).to.deep.equal(["rules[1].regex"]);
      expect(JSON.stringify(report.issues)).not.to.contain("hunter2");
    });
  });
});
