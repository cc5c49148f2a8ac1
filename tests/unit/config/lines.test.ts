import { expect } from "chai";
import fc from "fast-check";
import { linesOf, textLines } from "../../../provider/config/lines";
import type { Tree } from "../../../provider/text/tree";
import { Values } from "../../../provider/values/values";

const lines = (tree: Tree, values = new Values()): string[] => linesOf(tree, "", values);
const words = (count: number, word: string): string => Array.from({ length: count }, (_, index) => `${word}${index}`).join(" ");
const bytes = (text: string): number => Buffer.byteLength(text);
/** A list without what another one has, each line as often as it is there. */
function without(all: readonly string[], some: readonly string[]): string[] {
  const rest = [...all];
  for (const line of some) rest.splice(rest.indexOf(line), 1);
  return rest;
}

describe("data as lines", () => {
  describe("of maps and scalars", () => {
    it("have a path each, with keys in their order, and quotes around keys that are no words", () => {
      const tree = { global: { scrape_interval: "30s", external_labels: { "a.b/c": ["d"], plain: "e" } }, on: true, count: 3, none: null };
      expect(lines(tree)).to.deep.equal([
        "global.scrape_interval: 30s",
        'global.external_labels["a.b/c"]: [d]',
        "global.external_labels.plain: e",
        "on: true",
        "count: 3",
        "none: null",
      ]);
    });

    it("of labels and limits are one line where it is not too long, unless a sentence is among them", () => {
      const tree = { a: { labels: { team: "shop", tier: 1, quoted: "true" }, annotations: { summary: "x".repeat(51), team: "shop" } } };
      expect(lines(tree)).to.deep.equal([
        'a.labels: {team: shop, tier: 1, quoted: "true"}',
        `a.annotations.summary: ${"x".repeat(51)}`,
        "a.annotations.team: shop",
      ]);
    });

    it("leave out the names of outer items of a tree, which did not change when inner ones do", () => {
      const routes = [{ receiver: "outer", continue: true, routes: [{ receiver: "inner", matchers: ["a=b"] }] }];
      expect(lines({ route: { routes } })).to.deep.equal([
        "route.routes[outer].continue: true",
        "route.routes[].routes[inner].matchers: [a=b]",
      ]);
    });

    it("start with the path that they are given, and leave out fields that are not there", () => {
      expect(linesOf({ a: undefined, b: 1 }, "groups[g]", new Values())).to.deep.equal(["groups[g].b: 1"]);
    });

    it("tell empty maps, lists and texts apart", () => {
      expect(lines({ map: {}, list: [], text: "", gone: { a: undefined } })).to.deep.equal(["map: {}", "list: []", 'text: ""', "gone: {}"]);
    });

    it("have quotes around texts that pass for other types or begin or end with blanks, and around nothing else", () => {
      const texts = ["5", "true", "null", "~", "1e3", "2020-01-01", " a", "a ", "\ta"];
      expect(texts.flatMap((text) => lines({ text }))).to.deep.equal(texts.map((text) => `text: ${JSON.stringify(text)}`));
      const plain = ["5m", "a: b", "- a", "{a}", "[a, b]", "it's", 'say "x"', "#a"];
      expect(plain.flatMap((text) => lines({ text }))).to.deep.equal(plain.map((text) => `text: ${text}`));
    });

    it("show characters that would act on a terminal as what they are, also in names", () => {
      expect(lines({ list: [{ name: "a\u001b[31m", text: "b\u0007\u009b\r\nc\td\n" }] })).to.deep.equal([
        "list[a\\u001b[31m].text: | b\\u0007\\u009b\\r",
        "list[a\\u001b[31m].text: | c\td",
      ]);
    });
  });

  describe("of texts of several lines", () => {
    it("have one for each, behind a bar, and say whether the last one has an end", () => {
      expect(lines({ text: "a\n\n  b\n" })).to.deep.equal(["text: | a", "text: |", "text: |   b"]);
      expect(lines({ text: "a\nb" })).to.deep.equal(["text: | a", "text: |- b"]);
      expect(lines({ text: "a\n" })).to.deep.equal(["text: | a"]);
      expect(lines({ text: "a\n\n" })).to.deep.equal(["text: | a", "text: |"]);
    });

    it("keep the blanks at the end of a line, so that a difference in them is one", () => {
      expect(lines({ text: "a \nb\n" })).to.deep.equal(["text: | a ", "text: | b"]);
    });

    it("are the lines themselves where a user wrote the file", () => {
      expect(textLines("a: 1\n\n  b: 2")).to.deep.equal(["a: 1", "", "  b: 2"]);
      expect(textLines(words(40, "word")).slice(1)).to.satisfy((rest: string[]) => rest.length === 1 && rest[0]?.startsWith("… word"));
    });
  });

  describe("of lists", () => {
    it("call items by the first of their identities, which is not repeated", () => {
      const items = {
        job_name: "job",
        alert: "Down",
        record: "x:y",
        name: "n",
        receiver: "chat",
        username: "reader",
        port: "metrics",
        targetPort: 8080,
        url: "http://x",
      };
      for (const [identity, value] of Object.entries(items)) {
        expect(lines({ list: [{ other: "1m", [identity]: value }] }), identity).to.deep.equal([`list[${value}].other: 1m`]);
      }
      const entries = Object.entries(items).toReversed();
      expect(lines([Object.fromEntries(entries)]).map((line) => line.split(".")[0])).to.deep.equal(Array(entries.length - 1).fill("[job]"));
    });

    it("show an item that is no more than its name, and names that are numbers", () => {
      expect(lines({ receivers: [{ name: "blackhole" }, { port: 80, path: "/" }] })).to.deep.equal([
        "receivers[blackhole].name: blackhole",
        "receivers[80].path: /",
      ]);
    });

    it("do not take for a name what is empty, long, of several lines, or no text", () => {
      for (const name of ["", "x".repeat(101), "a\nb", null, true, ["a"], { a: 1 }] as Tree[]) {
        const text = lines({ list: [{ name, other: "1m" }] });
        expect(text[0], JSON.stringify(name)).to.match(/^list: - /);
        expect(text.join("\n")).to.include("other: 1m");
      }
      expect(lines({ list: [{ name: "x".repeat(100), a: 1 }] })).to.deep.equal([`list[${"x".repeat(100)}].a: 1`]);
      expect(lines({ list: [{ name: "", url: "http://x", a: "1m" }] })).to.deep.equal(['list[http://x].name: ""', "list[http://x].a: 1m"]);
    });

    it("are one line where all items are scalars and it is not too long, with quotes where an item would pass for several", () => {
      expect(lines({ list: ["a", 1, "1", "b, c", "d]", 'e"f'] })).to.deep.equal(['list: [a, 1, "1", "b, c", "d]", "e\\"f"]']);
      const many = Array.from({ length: 40 }, (_, index) => `item-${index}`);
      expect(lines({ list: many })).to.deep.equal(many.map((item) => `list: - ${item}`));
      const broken = ["a\nb\n", "c"];
      expect(lines({ list: broken })).to.deep.equal(["list: - | a", "list:   | b", "list: - c"]);
    });

    it("give items without a name one line each", () => {
      expect(
        lines({
          rules: [
            { action: "keep", source_labels: ["a", "b"] },
            { target_label: "x", replacement: "y, z" },
          ],
        }),
      ).to.deep.equal(["rules: - {action: keep, source_labels: [a, b]}", 'rules: - {target_label: x, replacement: "y, z"}']);
      expect(lines({ rules: [{}, [], [["a"]]] })).to.deep.equal(["rules: - {}", "rules: - []", "rules: - [[a]]"]);
    });

    it("give texts of several lines in such items a line each", () => {
      expect(lines({ rules: [{ action: "keep", regex: "a\nb, c\n" }, ["x", "  y\nz"]] })).to.deep.equal([
        "rules: - action: keep",
        "rules:   regex: | a",
        "rules:   regex: | b, c",
        "rules: - - x",
        "rules:   - |   y",
        "rules:     |- z",
      ]);
    });

    it("give longer ones two or three, of which the later ones are set in", () => {
      const item = (count: number): Tree => ({ action: "keep", regex: words(count, "word") });
      for (const [count, expected] of [
        [20, 2],
        [40, 3],
      ] as const) {
        const made = lines({ rules: [item(count)] });
        expect(made).to.have.length(expected);
        expect(made[0]).to.match(/^rules: - \{action: keep, regex: word0 /);
        for (const line of made.slice(1)) expect(line).to.match(/^rules: {3}word\d+ /);
        const text = made.map((line) => line.replace(/^rules: [- ] /, "")).join(" ");
        expect(text).to.equal(`{action: keep, regex: ${words(count, "word")}}`);
      }
    });

    it("give still longer ones a line for each value", () => {
      const item = { action: "keep", regex: words(60, "word"), labels: { a: "1m", b: ["x"] } };
      const made = lines({ rules: [item, { action: "drop" }] });
      expect(made[0]).to.equal("rules: - action: keep");
      expect(made[1]).to.match(/^rules: {3}regex: word0 /);
      expect(made[2]).to.match(/^rules: {3}regex: … word\d+ /);
      expect(made.slice(-3)).to.deep.equal(["rules:   labels.a: 1m", "rules:   labels.b: [x]", "rules: - {action: drop}"]);
    });
  });

  describe("that are too long", () => {
    it("are cut behind words, or inside of a word that fills them, and lose nothing", () => {
      const long = words(100, "word");
      const cut = lines({ expr: long });
      expect(cut.length).to.be.greaterThan(4);
      expect(cut.map((line) => line.replace(/^expr: (… )?/, "")).join(" ")).to.equal(long);
      const token = "x".repeat(1000);
      const parts = lines({ expr: token });
      expect(parts.map((line) => line.replace(/^expr: (… )?/, "")).join("")).to.equal(token);
      expect(parts.slice(0, -1).map(bytes)).to.satisfy((all: number[]) => all.every((length) => length === 150));
    });

    it("are without the middle of a path that takes more than 100 bytes; the outermost item and the field stay", () => {
      const name = "delivery/delivery-cache/delivery-cache-availability";
      const description = words(30, "word");
      const cut = lines({ groups: [{ name, rules: [{ alert: "DeliveryCacheIsDownForLonger", annotations: { description } }] }] });
      for (const line of cut) {
        expect(bytes(line)).to.be.at.most(150);
        expect(line).to.match(/^groups\[delivery\/delivery-cache\/delivery-cache-availability\]\.….*annotations\.description: /);
      }
      expect(cut.map((line) => line.replace(/^.*description: (… )?/, "")).join(" ")).to.equal(description);
    });

    it("are counted in bytes, and pairs of surrogates stay whole", () => {
      for (const character of ["ä", "語", "😀"]) {
        const text = character.repeat(300);
        for (const before of ["", "a", "ab", "abc"]) {
          const cut = lines({ text: before + text });
          for (const line of cut) {
            expect(bytes(line)).to.be.at.most(150);
            expect(line.isWellFormed(), line).to.equal(true);
          }
          expect(cut.map((line) => line.replace(/^text: (… )?/, "")).join("")).to.equal(before + text);
        }
      }
    });

    it("never have more than 150 bytes, whatever is in them", () => {
      const text = fc.oneof(
        fc.string({ unit: "binary", maxLength: 400 }).filter((value) => value.isWellFormed()),
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 40 }).map((all) => all.join(" ")),
        fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 4 }).map((all) => all.join("\n")),
      );
      const item = fc.oneof(text, fc.record({ a: text, b: fc.array(text) }), fc.record({ name: fc.string({ maxLength: 10 }), a: text }));
      fc.assert(
        fc.property(fc.array(item, { maxLength: 5 }), text, (list, single) => {
          for (const line of [...lines({ list, single }), ...textLines(single)]) {
            expect(bytes(line), line).to.be.at.most(150);
            expect(line).not.to.include("\n");
          }
        }),
        { numRuns: 1000 },
      );
    });
  });

  describe("with placeholders", () => {
    it("mask secrets and unknown values in values, keys, names and texts, and show other known ones", () => {
      const values = new Values();
      const secret = values.add({ path: "spec.a", secret: true, known: { value: "hunter2" } });
      const unknown = values.add({ path: "spec.b", secret: false });
      const known = values.add({ path: "spec.c", secret: false, known: { value: 5 } });
      const tree = {
        whole: secret,
        part: `a ${secret} and ${unknown}`,
        known,
        [`key ${secret}`]: "x",
        lines: `a\n${secret}\n`,
        list: [secret, unknown],
        named: [{ name: `team ${unknown} ${secret}`, a: "x" }],
        hidden: [
          { name: secret, a: "x" },
          { name: unknown, url: "http://x" },
        ],
        flow: [{ [`k${secret}`]: secret, other: `${secret}, ${unknown}` }],
      };
      expect(lines(tree, values)).to.deep.equal([
        "whole: [secret]",
        "part: a [secret] and [unknown]",
        'known: "5"',
        '["key [secret]"]: x',
        "lines: | a",
        "lines: | [secret]",
        "list: [[secret], [unknown]]",
        "named[team [unknown] [secret]].a: x",
        "hidden: - {name: [secret], a: x}",
        "hidden[http://x].name: [unknown]",
        'flow: - {k[secret]: [secret], other: "[secret], [unknown]"}',
      ]);
    });
  });

  it("of a list without one of its named items are the same without the lines of that one", () => {
    const scalar = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        scalar,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.string({ maxLength: 8 }), tie("tree"), { maxKeys: 4 }),
      ),
    }));
    const name = fc.stringMatching(/^[a-z]{1,6}\/[a-z0-9.-]{1,9}$/);
    const others = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,6}$/), tree, { maxKeys: 4 });
    const list = fc.uniqueArray(fc.tuple(name, others), { selector: ([key]) => key, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(list, fc.nat(), tree, (items, position, after) => {
        const all = items.map(([job_name, rest]) => ({ job_name, ...rest }));
        const index = position % all.length;
        const removed = all[index];
        const whole = lines({ scrape_configs: all, after });
        const own = removed ? lines({ scrape_configs: [removed] }) : [];
        expect(own).not.to.be.empty;
        expect(own).to.satisfy((some: string[]) => some.every((line) => line.startsWith(`scrape_configs[${removed?.job_name}]`)));
        const fewer = all.toSpliced(index, 1);
        expect(lines({ ...(fewer.length > 0 && { scrape_configs: fewer }), after })).to.deep.equal(without(whole, own));
      }),
      { numRuns: 500 },
    );
  });
});
