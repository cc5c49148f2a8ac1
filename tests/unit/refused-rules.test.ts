import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { render } from "../../provider/render";

const metadata = { name: "main", namespace: "ns" };
const apiVersion = "operator.victoriametrics.com/v1beta1";
const remoteWrite = [{ url: "http://db:8428/api/v1/write" }];

const agent = (spec: object) => ({ apiVersion, kind: "VMAgent", metadata, spec: { remoteWrite, ...spec } });
const single = (spec: object) => ({ apiVersion, kind: "VMSingle", metadata, spec });
const rules = (text: string) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "rules", namespace: "ns" },
  data: { all: text },
});

const reference = { name: "rules", key: "all" };
const sums = { interval: "1m", outputs: ["sum_samples"] };

async function issuesOf(...objects: object[]): Promise<string[]> {
  const { issues } = await render(objects, { onInvalid: "skip" });
  return issues.map(({ severity, path }) => `${severity} ${path}`);
}

/** What VictoriaMetrics says of each was seen with vmagent 1.149. */
const cases: readonly [what: string, objects: readonly object[], issues: readonly string[]][] = [
  ["takes rules and options that fit", [agent({ streamAggrConfig: { dedupInterval: "15s", rules: [sums] } })], []],
  [
    "refuses an output that does not exist",
    [agent({ streamAggrConfig: { rules: [sums, { ...sums, outputs: ["average"] }] } })],
    ["error spec.streamAggrConfig.rules[1]"],
  ],
  [
    "refuses rules of one target that say by and without",
    [agent({ remoteWrite: [{ ...remoteWrite[0], streamAggrConfig: { rules: [{ ...sums, by: ["a"], without: ["b"] }] } }] })],
    ["error spec.remoteWrite[0].streamAggrConfig.rules[0]"],
  ],
  [
    "refuses relabeling in a rule",
    [agent({ streamAggrConfig: { rules: [{ ...sums, output_relabel_configs: [{ action: "keep" }] }] } })],
    ["error spec.streamAggrConfig.rules[0]"],
  ],
  [
    "refuses windows that the deduplication does not divide",
    [single({ streamAggrConfig: { dedupInterval: "25s", rules: [sums] } })],
    ["error spec.streamAggrConfig.rules[0]"],
  ],
  [
    "refuses days as the flag's duration",
    [single({ streamAggrConfig: { dedupInterval: "1d", rules: [sums] } })],
    ["error spec.streamAggrConfig.dedupInterval"],
  ],
  [
    "compares keepInput with names in an agent",
    [agent({ streamAggrConfig: { keepInput: true, rules: [{ ...sums, keep_metric_names: true }] } })],
    ["warning spec.streamAggrConfig.rules[0]"],
  ],
  [
    "refuses a name that is kept for several series",
    [agent({ streamAggrConfig: { rules: [{ ...sums, outputs: ["quantiles(0.5, 2)"], keep_metric_names: true }] } })],
    ["warning spec.streamAggrConfig.rules[0]", "error spec.streamAggrConfig.rules[0]"],
  ],
  [
    "compares keepInput with nothing in a VMSingle",
    [single({ streamAggrConfig: { keepInput: true, rules: [{ ...sums, keep_metric_names: true }] } })],
    [],
  ],
  [
    "refuses aggregation in a ConfigMap",
    [agent({ streamAggrConfig: { configmap: reference } }), rules("- outputs: [last]\n")],
    ["error spec.streamAggrConfig.configmap"],
  ],
  [
    "refuses a ConfigMap that does not go on with the rules in line",
    [agent({ streamAggrConfig: { rules: [sums], configmap: reference } }), rules("[{interval: 1m, outputs: [last]}]\n")],
    ["error spec.streamAggrConfig.configmap"],
  ],
  [
    "refuses relabeling in a ConfigMap",
    [single({ relabelConfig: reference }), rules("- target_label: a\n- action: drop\n  regex: b\n")],
    ["error spec.relabelConfig"],
  ],
  ["fills in variables first", [agent({ relabelConfig: reference }), rules("- action: '%{ACTION}'\n")], []],
  [
    "leaves out a given job with a rule that it refuses",
    [agent({ inlineScrapeConfig: "- job_name: a\n  relabel_configs: [{action: keep}]\n  static_configs: [{targets: [a]}]\n" })],
    ["warning spec.inlineScrapeConfig[0].relabel_configs"],
  ],
  [
    "refuses what each job has",
    [agent({ selectAllByDefault: true, globalScrapeMetricRelabelConfigs: [{ action: "keep" }] })],
    ["error spec.globalScrapeMetricRelabelConfigs[0]"],
  ],
];

describe("VictoriaMetrics", () => {
  for (const [what, objects, issues] of cases) it(what, async () => expect(await issuesOf(...objects)).to.deep.equal(issues));

  it("is not asked where there are no rules", () => {
    const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", withoutRules], {
      cwd: join(__dirname, "../.."),
      encoding: "utf8",
    });
    expect([status, stdout.trim()]).to.deep.equal([0, "0 modules, then 1"]);
  });
});

/** Counts the WebAssembly modules that are compiled for an agent without rules, and then for one with a rule. */
const withoutRules = `
  let count = 0;
  const { Module } = WebAssembly;
  const vm = require("node:vm");
  const { runInContext } = vm;
  vm.runInContext = (...given) => { count += String(given[0]).includes("WebAssembly.Module") ? 1 : 0; return runInContext(...given); };
  const { render } = require("./provider/render");
  const without = ${JSON.stringify(agent({}))};
  (async () => {
    await render([without]);
    const before = count;
    await render([{ ...without, spec: { ...without.spec, inlineRelabelConfig: [{ targetLabel: "a" }] } }]);
    console.log(before + " modules, then " + count);
  })();
`;
