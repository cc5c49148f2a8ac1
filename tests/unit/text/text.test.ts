import { expect } from "chai";
import { parseYaml } from "../../../provider/config/parse-yaml";
import { parseDuration } from "../../../provider/text/duration";
import { sortedNaturally } from "../../../provider/text/order";
import { seriesSelectorProblem } from "../../../provider/text/series-selector";

describe("durations", () => {
  const cases: Record<string, number | undefined> = {
    "500ms": 500,
    "30s": 30_000,
    "1m30s": 90_000,
    "1.5h": 5_400_000,
    "1D": 86_400_000,
    "1w": 604_800_000,
    "1y": 31_536_000_000,
    "5MS": 5,
    "15": 15_000,
    "0.5": 500,
    "1e3": 1_000_000,
    "1M": undefined,
    "1m2M": undefined,
    "": undefined,
    s: undefined,
    "-5s": undefined,
    "5 s": undefined,
    "5s5": undefined,
    "5mi": undefined,
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`${JSON.stringify(text)} is ${expected === undefined ? "none" : `${expected} ms`}`, () => {
      expect(parseDuration(text)).to.equal(expected);
    });
  }
});

describe("YAML", () => {
  const scalars: Record<string, unknown> = {
    "0755": 493,
    "0o17": 15,
    "0x1F": 31,
    "-0b11": -3,
    "1_000": 1000,
    "08": 8,
    "0.50": 0.5,
    "1e3": 1000,
    ".5": 0.5,
    "-.Inf": Number.NEGATIVE_INFINITY,
    on: true,
    y: true,
    No: false,
    "~": null,
    "12:30:45": "12:30:45",
    "2024-01-02": "2024-01-02",
    "1.2.3": "1.2.3",
    "0_": 0,
    "!!str 12": "12",
    "'12'": "12",
    "12345678901234567890": 12345678901234567890n,
    "=": "=",
  };
  for (const [text, data] of Object.entries(scalars)) {
    it(`${text} is read as Go programs do`, () => {
      expect(parseYaml(`a: ${text}`)).to.deep.equal({ data: { a: data } });
    });
  }

  it("keeps the order of keys and follows aliases and merges", () => {
    const { data } = parseYaml("c: &c {b: 1, a: 2}\nb: {<<: *c, a: 3}\na: *c\n") as { data: unknown };
    expect(JSON.stringify(data)).to.equal('{"c":{"b":1,"a":2},"b":{"b":1,"a":3},"a":{"b":1,"a":2}}');
  });

  it("names a problem by its place, without the text around it", () => {
    expect(parseYaml("a: 1\nb: 'hunter2\n")).to.deep.equal({
      problem: "is not YAML: a quote, bracket, comma or colon is missing in line 3, column 1",
    });
    expect(parseYaml("a: *hunter2\n")).to.have.property("problem").that.does.not.contain("hunter2");
  });
});

describe("series selectors", () => {
  const valid = [
    "up",
    "{}",
    "a:b.c",
    '{a="b"}',
    "up{a='b',c!~`d.*`,}",
    '{"a.b",c="d" or e="f"}',
    'x{a="b"+"c"}',
    'with (f = {a="b"}) {f}',
    'a\\-b{c="\\"}"}',
  ];
  const invalid = [
    "",
    "5",
    "up{",
    "up}",
    "{a}",
    "{a=b}",
    '{a="b"}}',
    '{a=="b"}',
    '{a="b" c="d"}',
    "sum(up)",
    "up[5m]",
    '{a=~"b("}',
    "up offset",
  ];
  for (const text of valid) it(`${text} is one`, () => expect(seriesSelectorProblem(text)).to.equal(undefined));
  for (const text of invalid) it(`${JSON.stringify(text)} is none`, () => expect(seriesSelectorProblem(text)).to.be.a("string"));
});

describe("natural order", () => {
  it("has numbers by their value, other characters before letters, capitals before small letters", () => {
    const keys = ["-", "_u", "1x", "B", "a", "a9", "a10", "a10b", "b"];
    expect(Object.keys(sortedNaturally(Object.fromEntries(keys.toReversed().map((key) => [key, 0]))))).to.deep.equal(keys);
  });
});
