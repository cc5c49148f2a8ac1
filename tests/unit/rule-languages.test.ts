import { expect } from "chai";
import { parseSignedDuration } from "../../provider/text/duration";
import { graphiteProblem } from "../../provider/text/graphite";
import { statsQueryProblem } from "../../provider/text/logsql";
import { parseUrl } from "../../provider/text/url";

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

describe("queries of LogsQL for rules", () =>
  table((text) => statsQueryProblem(text)?.message, {
    "_time:5m level:error | stats by (app) count() as errors | filter errors:>10": true,
    "* | count()": true,
    "* | by (app) count() if (error) n": true,
    "x:in(* | fields y) | stats count()": true,
    "x:range[1, 5) # a comment (\n| stats count() n": true,
    "* | stats by (_time:1d) count() n | stats max(n)": true,
    "'a | stats count()'": "no stats pipe",
    "error | fields a | sort by (a)": "no stats pipe",
    "* | stats by (app, _time:5m) count()": "grouped by time",
    "(error | stats count()": "this bracket is never closed",
    "error) | stats count()": "this bracket was never opened",
    'error "x | stats count()': "this quote is never closed",
  }));

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
