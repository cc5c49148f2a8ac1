import { expect } from "chai";
import { parseSignedDuration } from "../../../provider/text/duration";
import { graphiteProblem } from "../../../provider/text/graphite";
import { parseUrl } from "../../../provider/text/url";
import { loadParsers } from "../../../provider/upstream/module";
import type { ParseProblem } from "../../../provider/upstream/parsers";
import { describeProblem } from "../../../provider/upstream/problem-text";
import { fromYaml, manifest } from "../from-yaml";

/** Each text is accepted if the value is true, else its problem must contain the value. */
function table(problem: (text: string) => string | undefined, cases: Readonly<Record<string, true | string>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(`${JSON.stringify(text)} ${expected === true ? "is right" : `is wrong: ${expected}`}`, () => {
      if (expected === true) expect(problem(text)).to.equal(undefined);
      else expect(problem(text)).to.contain(expected);
    });
  }
}

describe("expressions of Graphite", () =>
  table(
    (text) => {
      const found = graphiteProblem(text);
      return found && `${found.line}:${found.column} ${found.message}`;
    },
    {
      "fOO.*.b[a-z]R{aa*,bb}s_s.$aaa": true,
      "aliasByNode(movingAverage(a.*.b, '5min'), 1)": true,
      "f(a, xx=b|c|d(124, '456'), aa=True,)": true,
      'a.b | sum | alias("x")': true,
      "-1.5e3": true,
      "": "1:1 it ends too early",
      "f(a": '1:4 it ends too early, expected "," or ")"',
      "f(\n a b)": '2:4 unexpected "b"',
      "f|123": '1:3 unexpected "123"',
      "f(f()=1)": '1:6 unexpected "="',
      "'open": "1:1 unexpected",
      "-bar": '1:1 unexpected "-bar"',
    },
  ));

const parsers = loadParsers();
const described = (problem: ParseProblem | undefined) => problem && describeProblem(problem, false);

describe("queries of LogsQL for rules", () =>
  table((text) => described(parsers?.logsRule(text)), {
    "_time:5m level:error | stats by (app) count() as errors | filter errors:>10": true,
    "* | count()": true,
    "* | by (app) count() if (error) n": true,
    "x:in(* | fields y) | stats count()": true,
    "x:range[1, 5) # a comment (\n| stats count() n": true,
    "* | stats by (_time:1d) count() n | stats max(n)": true,
    "* | stats by (app) count() n | math n * 2 as double": true,
    "'a | stats count()'": "it has no stats pipe",
    "error | fields a | sort by (a)": "it has no stats pipe",
    "* | stats by (app, _time:5m) count()": "grouped by time",
    "(error | stats count()": "line 1, column 8: missing ')'; got \"|\"",
    "error) | stats count()": "line 1, column 6: unexpected unparsed tail",
    'error "x | stats count()': "line 1",
    "error\n| stats count() n\n| wherever n:>1": "line 3, column 10: ",
    "error | stats often() n": "line 1, column 19: ",
    "* | stats count() n | extract '<n>'": "cannot be put after",
  }));

describe("filters of LogsQL", () =>
  table((text) => described(parsers?.logsFilter(text)), {
    'kubernetes.pod_namespace:="kube-system" or level:=debug': true,
    '{app="shop"} _time:5m': true,
    '{"app":"shop"}': true,
    "level:=debug or (": "line 1, column 17: ",
    "error | stats count()": "unexpected pipes after the filter",
    '{app="shop"': "line 1, column 11: ",
  }));

describe("filters of LogsQL for tokens", () => {
  it("are named by their place where the parser refuses them", async () => {
    const claim = `{logsExtraFilters: ["level:error", "level:("], logsExtraStreamFilters: ['{app="a"}', '{app']}`;
    const spec = `{jwt: {skipVerify: true, defaultVMAccessClaim: ${claim}}, targetRefs: [{static: {url: "http://db"}}]}`;
    expect((await fromYaml(manifest("VMUser", "u", spec))).places()).to.deep.equal([
      "error spec.jwt.defaultVMAccessClaim.logsExtraFilters[1]",
      "error spec.jwt.defaultVMAccessClaim.logsExtraStreamFilters[1]",
    ]);
  });
});

describe("durations of rules", () => {
  const cases: Record<string, number | undefined> = {
    "1h30m": 5_400_000,
    "-1h30m": -5_400_000,
    "1h-30m": 1_800_000,
    "-5": -5_000,
    "+1.5": 1_500,
    "3i": 0,
    "1M": undefined,
    "--5": undefined,
    "5 minutes": undefined,
    "": undefined,
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`${JSON.stringify(text)} is ${expected === undefined ? "none" : `${expected} ms`}`, () => {
      expect(parseSignedDuration(text)).to.equal(expected);
    });
  }
});

describe("URLs", () => {
  table(
    (text) => {
      const url = parseUrl(text);
      return "problem" in url ? url.problem : undefined;
    },
    {
      "http://user:p%40ss@host:9093/path?q=%zz#x": true,
      "https://[fe80::1%25en0]:80/": true,
      "/relative": true,
      "": true,
      "am:9093": true,
      "://x": "no scheme",
      "1st:x/y": "first part contains a colon",
      "http://host:port": "port is not a number",
      "http://a b": "host is not a host name",
      "http://h/%zz": "% in it",
      "http://us er@h": "user name or password",
      "http://h\n": "control character",
    },
  );

  it("have a scheme in lower case and a host with its port", () => {
    expect(parseUrl("HTTP://u@h:1/x")).to.deep.equal({ scheme: "http", host: "h:1" });
  });
});
