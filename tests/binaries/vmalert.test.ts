import { expect } from "chai";
import { render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";
import { loadParsers } from "../../provider/upstream/module";
import { exceptionsOf } from "./exceptions";
import { inputs } from "./inputs";
import { refusalOf, starts } from "./vmalert";

const exceptions = new Map(exceptionsOf("vmalert").map(({ input, reason }) => [input, reason]));

describe("vmalert and what is derived from", () => {
  for (const { name, text } of inputs().filter((input) => input.text.includes("kind: VMAlert\n"))) {
    const reason = exceptions.get(name);
    it(reason ? `${name}, which it refuses: ${reason}` : name, async () => {
      const { objects } = await render(readYaml(text, name), { onInvalid: "skip" });
      const refusals = starts(objects).flatMap((start) => refusalOf(start) ?? []);
      if (reason) expect(refusals, "it is accepted by now: take it out of exceptions.yaml").not.to.be.empty;
      else expect(refusals).to.deep.equal([]);
    });
  }
});

const start = (rule: string, ...args: string[]) => ({
  name: "vmalert-main",
  args: ['-rule="/etc/vmalert/rules-out/rules-src-0/*.yaml"', ...args],
  files: { "rules-src-0": `groups:\n- name: g\n  rules:\n  - ${rule}\n` },
});

describe("the check by vmalert", () => {
  it("accepts what is right", () => {
    expect(refusalOf(start("{record: a, expr: up}", "-datasource.url=http://127.0.0.1:1"))).to.equal(undefined);
  });

  it("rejects an expression that is none", () => {
    expect(refusalOf(start('{record: a, expr: "sum(up"}'))).to.contain("bad MetricsQL expr");
  });

  it("rejects a key that there is not", () => {
    expect(refusalOf(start("{record: a, expr: up, fore: 1m}"))).to.contain("fore");
  });

  it("rejects a flag that there is not", () => {
    expect(refusalOf(start("{record: a, expr: up}", "-remoteWrite.speed=high"))).to.contain("-remoteWrite.speed");
  });
});

describe("queries of LogsQL", () => {
  const queries = [
    "error | stats by (app) count() errors | filter errors:>10",
    "* | count()",
    "* | by (app) count() if (error) n",
    "* | stats by (_time:1d) count() n | stats max(n)",
    "* | stats by (app) count() n | math n * 2 as double | sort by (n desc) | limit 3",
    "* | stats by (app) count() n | running_stats by (app) sum(n)",
    "'a | stats count()'",
    "* | stats by (app, _time:5m) count()",
    "(error | stats count()",
    "error | stats count() n | wherever n:>1",
    "error | stats often() n",
    "* | stats count() n | extract '<n>'",
    "* | stats by (a) rate() r | fields r",
    "* | stats quantile(2, x)",
    "x:in(error | stats count()",
    "* | stats count() n | rename n as m | stats sum(m)",
  ];
  for (const expr of queries)
    it(`vmalert says the same as the check here: ${expr}`, () => {
      const rule = start(JSON.stringify({ record: "a", expr }), "-datasource.url=http://127.0.0.1:1");
      const files = { "rules-src-0": rule.files["rules-src-0"].replace("- name: g\n", "- name: g\n  type: vlogs\n") };
      const refusal = refusalOf({ ...rule, files });
      expect(loadParsers()?.logsRule(expr) === undefined, refusal).to.equal(refusal === undefined);
    });
});
