import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parseDocument } from "yaml";
import { readableFile, readableResource } from "../../../provider/config/readable";
import { deriveResource } from "../../../provider/derivation";
import type { GeneratedPart } from "../../../provider/derived";
import { prepare } from "../../../provider/render";
import { readYaml } from "../../../provider/sources/manifests";
import { Values } from "../../../provider/values/values";

const owner = "VMAgent/monitoring/main";
const inputs = join(__dirname, "..", "..", "golden", "input");

/** Every text that a reader sees of the goldens' inputs, by what it is. */
function readableTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const input of readdirSync(inputs)) {
    const { program, values } = prepare(readYaml(readFileSync(join(inputs, input), "utf8"), input));
    for (const resource of program.resources) {
      const { kind, metadata, spec } = resource;
      texts.set(`${input} ${kind}/${metadata.name}`, readableResource(kind, { metadata, spec }, values));
      for (const { files } of deriveResource(program, resource).derivation.configs) {
        for (const [name, file] of Object.entries(files))
          texts.set(`${input} ${kind}/${metadata.name} ${name}`, readableFile(file, owner, values));
      }
    }
  }
  return texts;
}

const job = (name: string, fields: Record<string, string> = {}): GeneratedPart => ({
  section: "scrape_configs",
  name,
  tree: { job_name: name, scrape_interval: "30s", ...fields },
});

describe("a generated file for readers", () => {
  it("has a line for each value of each part, without the field that repeats the name of a part", () => {
    const parts: GeneratedPart[] = [
      { section: "global", tree: { scrape_interval: "30s" } },
      job("serviceScrape/shop/app/0"),
      { section: "groups", name: "shop/rules/availability", tree: { name: "availability", rules: [{ alert: "Down", expr: "up == 0" }] } },
      { section: "groups", name: "shop/rules/other", tree: { name: "own name", rules: [] } },
      { section: "receivers", name: "blackhole", tree: { name: "blackhole" } },
      { section: "templates", tree: [] },
    ];
    expect(readableFile({ text: "", parts }, owner, new Values())).to.equal(`VMAgent/monitoring/main, one line for each value
global.scrape_interval: 30s
scrape_configs[serviceScrape/shop/app/0].scrape_interval: 30s
groups[shop/rules/availability].rules[Down].expr: up == 0
groups[shop/rules/other].name: own name
groups[shop/rules/other].rules: []
receivers[blackhole].name: blackhole
templates: []
`);
  });

  it("masks secrets and unknown values, also in the names of parts and in a text of the user's", () => {
    const values = new Values();
    const secret = values.add({ path: "spec.a", secret: true, known: { value: "hunter2" } });
    const unknown = values.add({ path: "spec.b", secret: false });
    const part = job(`serviceScrape/${unknown}/${secret}`, { password: secret });
    const masked = "scrape_configs[serviceScrape/[unknown]/[secret]]";
    expect(readableFile({ text: "", parts: [part] }, owner, values)).to.equal(
      `VMAgent/monitoring/main, one line for each value\n${masked}.scrape_interval: 30s\n${masked}.password: [secret]\n`,
    );
    expect(readableFile({ text: `password: ${secret}\nuser: ${unknown}\n` }, owner, values)).to.equal(
      "VMAgent/monitoring/main, one line for each value\npassword: [secret]\nuser: [unknown]\n\n",
    );
  });

  describe("above one mebibyte", () => {
    const many = (interval: string): GeneratedPart[] => [
      { section: "global", tree: { scrape_interval: "30s" } },
      ...Array.from({ length: 4000 }, (_, index) =>
        job(`job-${index}`, { text: "ä".repeat(120), ...(index === 7 && { scrape_interval: interval }) }),
      ),
    ];
    const textOf = (interval: string): string[] => readableFile({ text: "", parts: many(interval) }, owner, new Values()).split("\n");

    it("has one line for each part and says so, and a change shows in the line of its part", () => {
      const before = textOf("30s");
      expect(before[0]).to.equal("VMAgent/monitoring/main, one line for each part, since it has more than 1024 KiB");
      expect(before).to.have.length(4001 + 2);
      expect(before[1]).to.match(/^global: 1 lines, SHA-256 [0-9a-f]{12}$/);
      expect(before[8]).to.match(/^scrape_configs\[job-6\]: 3 lines, SHA-256 [0-9a-f]{12}$/);
      const after = textOf("15s");
      expect(after.flatMap((line, index) => (line === before[index] ? [] : [index]))).to.deep.equal([9]);
      expect(after[9]).to.match(/^scrape_configs\[job-7\]: /);
    });

    it("is counted in bytes", () => {
      const wide = (length: number): string => readableFile({ text: `${"ä".repeat(30)}\n`.repeat(length) }, owner, new Values());
      expect(wide(17_000)).to.match(/^VMAgent\/monitoring\/main, one line for each value\n/);
      expect(wide(18_000)).to.match(/^VMAgent\/monitoring\/main, one line for each part, since it has more than 1024 KiB\n[0-9a-f]{12}\n$/);
    });
  });
});

describe("a custom resource for readers", () => {
  it("has its kind in the first line, and does not depend on the order of keys", () => {
    const resource = { spec: { endpoints: [{ port: "metrics", path: "/x", interval: "30s" }], selector: {} }, metadata: { name: "a" } };
    const other = { metadata: { name: "a" }, spec: { selector: {}, endpoints: [{ interval: "30s", path: "/x", port: "metrics" }] } };
    const text = readableResource("VMServiceScrape", resource, new Values());
    expect(text).to.equal(`VMServiceScrape
metadata.name: a
spec.endpoints[metrics].interval: 30s
spec.endpoints[metrics].path: /x
spec.selector: {}
`);
    expect(readableResource("VMServiceScrape", other, new Values())).to.equal(text);
  });
});

describe("the texts that readers see of the goldens' inputs", () => {
  const texts = readableTexts();

  it("are there for every kind of file", () => {
    const files = new Set([...texts.keys()].flatMap((name) => name.split(" ")[2] ?? []));
    expect([...files]).to.include.members(["vmagent.yaml", "rules.yaml", "alertmanager.yaml", "config.yaml"]);
  });

  it("are no YAML document, whose difference the engine would show as a whole", () => {
    for (const [name, text] of texts) {
      if (text.trimEnd().includes("\n")) expect(parseDocument(text).errors, `${name}\n${text}`).not.to.be.empty;
    }
  });

  it("have no line above 150 bytes and no placeholder", () => {
    for (const [name, text] of texts) {
      for (const line of text.split("\n")) expect(Buffer.byteLength(line), `${name} ${line}`).to.be.at.most(150);
      expect(text, name).not.to.match(/xpv[0-9a-f]{40}vpx/);
    }
  });

  it("are the same every time", () => {
    expect([...readableTexts()]).to.deep.equal([...texts]);
  });
});
