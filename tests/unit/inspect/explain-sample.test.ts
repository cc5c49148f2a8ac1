import { expect } from "chai";
import { explainSample } from "../../../provider/inspect/explain-sample";
import { prepare } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { loadRelabeling } from "../../../provider/upstream/module";

const group = "operator.victoriametrics.com/v1beta1";
const agent = (spec: string) => `
apiVersion: ${group}
kind: VMAgent
metadata: {name: main, namespace: mon}
spec:
  selectAllByDefault: true
${spec.replaceAll(/^/gm, "  ")}
---
apiVersion: ${group}
kind: VMStaticScrape
metadata: {name: shop, namespace: shop}
spec:
  jobName: shop
  targetEndpoints:
  - targets: ["shop:80"]
    metricRelabelConfigs: [{action: labeldrop, regex: tmp}]
`;
const explained = (text: string, sample: string, job?: string, reference = "VMAgent/main") =>
  explainSample(prepare(readYaml(text, "a.yaml")), reference, sample, job)
    .trimEnd()
    .split("\n");

describe("VictoriaMetrics' relabeling of samples", () => {
  const relabeling = loadRelabeling();
  const labels = { __name__: "up", job: "a", pod: "b" };

  it("gives the labels after each rule, up to the one that drops the sample", () => {
    const rules = [
      { action: "labeldrop", regex: "pod" },
      { target_label: "__tmp", replacement: "x" },
    ];
    expect(relabeling?.sample(rules, labels)).to.deep.equal([
      { rule: 0, labels: { __name__: "up", job: "a" } },
      { rule: 1, labels: { __name__: "up", job: "a", __tmp: "x" } },
      { rule: 2, labels: { __name__: "up", job: "a" } },
    ]);
    expect(relabeling?.sample([{ action: "drop", if: 'up{job="a"}' }, ...rules], labels)).to.deep.equal([{ rule: 0, labels: {} }]);
    expect(() => relabeling?.sample([{ action: "invent" }], labels)).to.throw("invent");
  });

  it("gives the series that each rule of stream aggregation makes", () => {
    const rules = [
      "- {match: up, interval: 1m, outputs: [total, 'quantiles(0.5, 0.9)'], by: [job]}",
      "- {match: down, interval: 1m, outputs: [total]}",
      "- {interval: 5m, outputs: [max], without: [pod], keep_metric_names: true}",
    ].join("\n");
    expect(relabeling?.aggregation(rules, "{}", labels)).to.deep.equal([
      {
        isMatched: true,
        series: [
          { __name__: "up:1m_by_job_total", job: "a" },
          { __name__: "up:1m_by_job_quantiles", job: "a", quantile: "0.5" },
          { __name__: "up:1m_by_job_quantiles", job: "a", quantile: "0.9" },
        ],
      },
      { isMatched: false, series: [] },
      { isMatched: true, series: [{ __name__: "up", job: "a" }] },
    ]);
    expect(relabeling?.aggregation("- {interval: 1m, outputs: [last]}", "{dropInputLabels: [pod]}", labels)).to.deep.equal([
      { isMatched: true, series: [{ __name__: "up:1m_last", job: "a" }] },
    ]);
    expect(() => relabeling?.aggregation("- {interval: 1m, outputs: [invent]}", "{}", labels)).to.throw("invent");
  });
});

describe("the way of a sample", () => {
  const full = agent(`
externalLabels: {cluster: one}
inlineRelabelConfig: [{action: labeldrop, regex: pod}]
streamAggrConfig:
  rules: [{match: requests_total, interval: 1m, outputs: [total], by: [job]}]
remoteWrite:
- url: http://a/api/v1/write
  inlineUrlRelabelConfig: [{action: keep, source_labels: [job], regex: shop}]
  streamAggrConfig: {keepInput: true, rules: [{match: '{__name__=~"requests.*"}', interval: 1m, outputs: [sum_samples]}]}
- url: http://b/api/v1/write`);

  it("shows each rule of the job, of all targets and of each target, and the series that each remote write gets", () => {
    expect(explained(full, 'requests_total{job="shop",pod="a",tmp="1"}', "VMStaticScrape/shop/shop")).to.deep.equal([
      'VMAgent/mon/main gets requests_total{job="shop", pod="a", tmp="1"}:',
      "  sample relabeling of job staticScrape/shop/shop/0",
      "    rule 1 {regex: tmp, action: labeldrop}:",
      '      requests_total{job="shop", pod="a"}',
      "  external labels",
      "    adds cluster, prometheus:",
      '      requests_total{cluster="one", job="shop", pod="a", prometheus="mon/main"}',
      "  relabeling for all",
      "    rule 1 {regex: pod, action: labeldrop}:",
      '      requests_total{cluster="one", job="shop", prometheus="mon/main"}',
      "  stream aggregation for all",
      '    rule 1 {match: requests_total, interval: 1m, outputs: ["total"], by: ["job"]} makes:',
      '      requests_total:1m_by_job_total{job="shop"}',
      "    keepInput is false: drops it",
      "",
      "  remoteWrite[0] http://a/api/v1/write",
      "    relabeling for this target",
      '      rule 1 {source_labels: ["job"], regex: shop, action: keep}: changes nothing',
      "    stream aggregation for this target",
      '      rule 1 {match: {__name__=~"requests.*"}, interval: 1m, outputs: ["sum_samples"]} makes:',
      '        requests_total:1m_by_job_total:1m_sum_samples{job="shop"}',
      "    gets",
      '      requests_total:1m_by_job_total{job="shop"}',
      '      requests_total:1m_by_job_total:1m_sum_samples{job="shop"}',
      "",
      "  remoteWrite[1] http://b/api/v1/write",
      "    gets",
      '      requests_total:1m_by_job_total{job="shop"}',
    ]);
  });

  it("takes the job whose targets have the sample's labels, and says so where it knows none", () => {
    expect(explained(full, 'requests_total{job="shop",instance="shop:80"}')[1]).to.equal(
      "  sample relabeling of job staticScrape/shop/shop/0",
    );
    expect(explained(full, 'requests_total{job="shop",instance="other:80"}')[1]).to.equal(
      "  as if it were pushed: --job says which job scrapes it; jobs with sample relabeling are staticScrape/shop/shop/0",
    );
  });

  it("ends where a rule drops the sample", () => {
    expect(explained(full, 'other{job="cart"}').slice(-8)).to.deep.equal([
      "  remoteWrite[0] http://a/api/v1/write",
      "    relabeling for this target",
      '      rule 1 {source_labels: ["job"], regex: shop, action: keep}: drops it',
      "    gets nothing",
      "",
      "  remoteWrite[1] http://b/api/v1/write",
      "    gets",
      '      other{job="cart"}',
    ]);
  });

  const flags: Readonly<Record<string, readonly [settings: string, sample: string, gets: readonly string[]]>> = {
    "keeps all input with keepInput": ["keepInput: true", 'up{pod="a"}', ['up{pod="a"}', "up:1m_by_job_max"]],
    "keeps matched input alone with keepInput and dropInput": ["keepInput: true, dropInput: true", "down", []],
    "drops even unmatched input with dropInput": ["dropInput: true", "down", []],
    "lets unmatched input pass": ["dedupInterval: 30s", "down", ["down"]],
    "takes labels off before deduplication": [
      "dedupInterval: 30s, dropInputLabels: [pod, az], keepInput: true",
      'down{pod="a",az="b",x="y"}',
      ['down{x="y"}'],
    ],
  };
  for (const [name, [settings, sample, gets]] of Object.entries(flags))
    it(`${name}, at all targets and at one`, () => {
      const config = `streamAggrConfig: {${settings}, rules: [{match: up, interval: 1m, outputs: [max], by: [job]}]}`;
      const expected = gets.length > 0 ? ["    gets", ...gets.map((series) => `      ${series}`)] : ["    gets nothing"];
      expect(explained(agent(`${config}\nremoteWrite: [{url: http://a}]`), sample).slice(-expected.length)).to.deep.equal(expected);
      const ofOne = explained(agent(`remoteWrite:\n- url: http://b\n- url: http://a\n  ${config}`), sample);
      expect(ofOne.slice(-expected.length)).to.deep.equal(expected);
      expect(ofOne.slice(ofOne.indexOf("  remoteWrite[0] http://b"))[2]).to.match(/^ {6}(up|down)/);
    });

  it("ends in the storage of a VMSingle", () => {
    const single = `
apiVersion: ${group}
kind: VMSingle
metadata: {name: db, namespace: mon}
spec:
  inlineRelabelConfig: [{target_label: site, replacement: a}]
  streamAggrConfig: {keepInput: true, dropInput: true, rules: [{match: up, interval: 1m, outputs: [max]}]}
`;
    expect(explained(single, "down", undefined, "VMSingle/db")).to.deep.equal([
      "VMSingle/mon/db gets down:",
      "  relabeling for all",
      "    rule 1 {target_label: site, replacement: a}:",
      '      down{site="a"}',
      "  stream aggregation for all",
      '    rule 1 {match: up, interval: 1m, outputs: ["max"]} does not match',
      "",
      "  storage",
      "    gets",
      '      down{site="a"}',
    ]);
  });

  it("masks the address of a secret, and says which file it does not know", () => {
    const spec = "extraArgs: {remoteWrite.relabelConfig: /mine/rules.yaml, remoteWrite.label: 'dc=one'}\nremoteWrite: [{url: http://a}]";
    expect(explained(agent(spec), "up")).to.deep.equal([
      "VMAgent/mon/main gets up:",
      "  as if it were pushed: --job says which job scrapes it; jobs with sample relabeling are staticScrape/shop/shop/0",
      "  relabeling for all",
      "    the rules in /mine/rules.yaml are not known here",
      "",
      "  remoteWrite[0] http://a",
      "    labels for all targets",
      '      adds dc="one":',
      '        up{dc="one"}',
      "    gets",
      '      up{dc="one"}',
    ]);
  });

  for (const [sample, problem] of [
    ["", "--sample is no series"],
    ['up{job=~"a"}', "--sample gives job a condition (=~)"],
    ["up{job}", "--sample is not a matcher"],
  ] as const)
    it(`refuses ${JSON.stringify(sample)}`, () => expect(() => explained(full, sample)).to.throw(problem));

  it("refuses objects that scrape nothing, and jobs that it does not have", () => {
    expect(() => explained(full, "up", undefined, "VMStaticScrape/shop")).to.throw("--sample is for a VMAgent or VMSingle");
    expect(() => explained(full, "up", "other")).to.throw("--job other: there is no such job; there is ");
    expect(() => explained(full, "up", "VMServiceScrape/mon/vmagent-main")).to.throw("has several jobs");
  });
});
