import { expect } from "chai";
import { defaultsWith } from "../../../provider/defaults";
import { program } from "../../../provider/derivation";
import { render } from "../../../provider/render";
import { Values } from "../../../provider/values/values";

const vmRule = (groups: unknown[]) => ({
  apiVersion: "operator.victoriametrics.com/v1beta1",
  kind: "VMRule",
  metadata: { name: "main", namespace: "ns" },
  spec: { groups },
});

/** The problems of groups, as `path: message`. */
async function problemsOf(...groups: object[]): Promise<string[]> {
  const { issues } = await render([vmRule(groups.map((group) => ({ name: "g", rules: [], ...group })))], { onInvalid: "skip" });
  return issues.map(({ path, message }) => `${path.replace("spec.groups[0]", "").replace(/^\./, "")}: ${message}`);
}

/** Paths of the problems of a group. */
const pathsOf = async (group: object): Promise<string[]> => (await problemsOf(group)).map((problem) => problem.split(": ")[0] ?? "");

const expressions = (type: string, ...list: string[]) => ({ type, rules: list.map((expr, index) => ({ record: `r${index}`, expr })) });

describe("VMRule", () => {
  it("accepts what MetricsQL adds to PromQL", async () => {
    const accepted = [
      "rollup_rate(x[5m])",
      "WITH (ratio(a, b) = rate(a) / rate(b)) ratio(errors, requests) > 0.1",
      "rate(x[5m]) keep_metric_names",
      "sum(x) by (job) default 0",
      "x if y > 5i",
      "x > 1Ki",
      '{__name__=~"a|b", job="c" or job="d"}',
      "max_over_time(rate(x[5m])[1h:1m]) offset 1w",
    ];
    expect(await problemsOf(expressions("", ...accepted))).to.deep.equal([]);
  });

  it("tells where an expression is broken, in the parser's words", async () => {
    expect(await problemsOf(expressions("prometheus", "sum(rate(x[5m])", "a\n  + é b", "nosuch(x)"))).to.deep.equal([
      'rules[0].expr: is not an expression of MetricsQL: line 1, column 16: argList: unexpected token ""; want ",", ")"',
      'rules[1].expr: is not an expression of MetricsQL: line 2, column 7: unexpected "b"',
      'rules[2].expr: is not an expression of MetricsQL: unsupported function "nosuch"',
    ]);
    expect(await pathsOf(expressions("graphite", "sumSeries(a.*.b)", "sumSeries(a.b"))).to.deep.equal(["rules[1].expr"]);
    expect(await pathsOf(expressions("vlogs", "error | stats count() as n", "error", "* | stats by (_time:1m) count()"))).to.deep.equal([
      "rules[1].expr",
      "rules[2].expr",
    ]);
    expect(await pathsOf(expressions("sql", "select 1"))).to.deep.equal(["type"]);
  });

  it("parses templates as vmalert does, wherever both brackets are", async () => {
    const rule = (annotations: object) => ({ rules: [{ alert: "A", expr: "up", annotations }] });
    const good = {
      a: '{{ $labels.instance }} {{ humanize $value }} {{ range query "up" }}{{ . | value }}{{ end }}',
      b: "{{ not a template",
      c: "{{ if eq $for $interval }}x{{ end }}",
    };
    expect(await problemsOf(rule(good))).to.deep.equal([]);
    expect(await problemsOf(rule({ a: "{{ $lables.x }}", b: "x\n{{ nosuch 1 }}", "c.d": "{{ if $value }}x" }))).to.deep.equal([
      'rules[0].annotations.a: is not a template for vmalert: line 1: undefined variable "$lables"',
      'rules[0].annotations.b: is not a template for vmalert: line 2: function "nosuch" not defined',
      'rules[0].annotations["c.d"]: is not a template for vmalert: line 1: unexpected EOF',
    ]);
    expect(await pathsOf({ rules: [{ record: "a", expr: "up", labels: { x: "{{ $nosuch }}" } }] })).to.deep.equal(["rules[0].labels.x"]);
  });

  it("takes rules for the same by name, kind, expression and labels alone", async () => {
    const rules = [
      { alert: "A", expr: "up", labels: { a: "1", b: "2" } },
      { alert: "A", expr: "up", labels: { b: "2", a: "1" }, for: "5m" },
      { record: "A", expr: "up", labels: { a: "1", b: "2" } },
      { alert: "A", expr: "up", labels: { a: "1" } },
    ];
    expect(await pathsOf({ rules })).to.deep.equal(["rules[1]"]);
    const names = [{ name: "a" }, { name: "b" }, { name: "a" }].map((group) => ({ rules: [], ...group }));
    expect((await problemsOf(...names)).map((problem) => problem.split(":")[0])).to.deep.equal(["spec.groups[2].name"]);
  });

  it("wants offsets within the interval", async () => {
    expect(await pathsOf({ interval: "1m", eval_offset: "-60s" })).to.deep.equal([]);
    expect(await pathsOf({ interval: "1m", eval_offset: "-1m1s" })).to.deep.equal(["eval_offset"]);
    expect(await pathsOf({ eval_offset: "1s" })).to.deep.equal(["eval_offset"]);
    expect(await pathsOf({ interval: "often", eval_offset: "1s" })).to.deep.equal(["interval"]);
    expect(await pathsOf({ interval: "-1m" })).to.deep.equal(["interval"]);
    expect(await pathsOf({ interval: "5m", eval_offset: "1m", eval_delay: "1m" })).to.deep.equal(["eval_delay"]);
  });

  it("wants tenants of 32-bit integers", async () => {
    for (const tenant of ["0", " 7 ", "-1:-2147483648", "2147483647:0"]) expect(await pathsOf({ tenant }), tenant).to.deep.equal([]);
    for (const tenant of ["a", "1:2:3", "2147483648", "1:", "1.5"]) expect(await pathsOf({ tenant }), tenant).to.deep.equal(["tenant"]);
  });

  it("says so where expressions cannot be checked", () => {
    const { issues } = program([vmRule([{ name: "g", ...expressions("", "sum(", "up") }])], {
      values: new Values(),
      defaults: defaultsWith(),
    });
    expect(issues.map(({ severity, path }) => `${severity} ${path}`)).to.deep.equal(["warning spec.groups"]);
  });
});
