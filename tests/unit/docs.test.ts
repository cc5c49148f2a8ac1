import { readFileSync } from "node:fs";
import { expect } from "chai";
import { defaultsSchema, defaultsWith } from "../../provider/defaults";
import { infoOf } from "../../provider/schema/fields";

/** Languages as the Pulumi Registry calls them, each with the program that the blocks in its language are taken from. */
const examples = {
  typescript: "examples/quickstart/index.ts",
  python: "examples/quickstart-python/__main__.py",
  go: "examples/quickstart-go/quickstart/quickstart.go",
  csharp: "examples/quickstart-csharp/Program.cs",
  java: "examples/quickstart-java/src/main/java/quickstart/App.java",
  yaml: "examples/quickstart-yaml/Pulumi.yaml",
};
const languages = Object.keys(examples);

const read = (path: string): string => readFileSync(path, "utf8");
const index = read("docs/_index.md");
const installation = read("docs/installation-configuration.md");

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

/** Code blocks of a document, in its order. */
const blocksIn = (document: string): Block[] =>
  [...document.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
    language,
    lines: text.trimEnd().split("\n"),
  }));

/** Lines without the indentation that they share. */
function dedented(lines: readonly string[]): string {
  const indentations = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const shared = Math.min(...indentations);
  return lines.map((line) => line.slice(shared)).join("\n");
}

/** Whether lines are a contiguous part of a text, indented as a whole or not. */
function isPartOf(lines: readonly string[], text: string): boolean {
  const all = text.split("\n");
  return all.some((_, start) => dedented(all.slice(start, start + lines.length)) === dedented(lines));
}

/** The languages of each chooser in a document, and those that it has a choice for. */
const choosersIn = (document: string): { offered: string[]; given: string[] }[] =>
  [...document.matchAll(/^\{\{< chooser language "([^"]*)" >\}\}$(.*?)^\{\{< \/chooser >\}\}$/gms)].map(
    ([, offered = "", choices = ""]) => ({
      offered: offered.split(","),
      given: [...choices.matchAll(/^\{\{% choosable language (\w+) %\}\}$.*?^\{\{% \/choosable %\}\}$/gms)].map(
        ([, language = ""]) => language,
      ),
    }),
  );

describe("the documents for the Pulumi Registry", () => {
  for (const [name, document] of Object.entries({ _index: index, "installation-configuration": installation })) {
    it(`${name}.md says what it is, and has a choice for every language that it offers`, () => {
      expect(document).to.match(/^---\ntitle: \S.*\nmeta_desc: \S.*\nlayout: package\n---\n/);
      expect(choosersIn(document)).to.deep.equal([{ offered: languages, given: languages }]);
      expect(document.match(/\{\{/g), "every shortcode is one of the chooser").to.have.lengthOf(2 + 2 * languages.length);
    });
  }

  it("show the programs of the examples, in every language", () => {
    const blocks = blocksIn(index);
    expect(blocks.map(({ language }) => language)).to.deep.equal(languages);
    const strangers = blocks.filter(({ language, lines }) => !isPartOf(lines, read(examples[language as keyof typeof examples])));
    expect(strangers.map(({ language, lines }) => `${language}: ${lines[0]}`)).to.deep.equal([]);
    expect(isPartOf(["a:", "  b: 1", "c: 3"], "a:\n  b: 1\n  b: 2\nc: 3"), "a line is left out").to.equal(false);
    expect(isPartOf(["a:", "b: 1"], "x:\n  a:\n    b: 1"), "other indentation").to.equal(false);
    expect(isPartOf(["a:", "  b: 1"], "x:\n  a:\n    b: 1\n"), "an indented part").to.equal(true);
  });

  it("call the SDKs as the schema does", () => {
    const { name, language } = JSON.parse(read("sdk/schema.json"));
    const { nodejs, python, go, csharp, java } = language;
    const called = [nodejs.packageName, python.packageName, go.importBasePath, `${csharp.rootNamespace}.${csharp.namespaces[name]}`];
    for (const sdk of [...called, `${java.basePackage}.${name}`]) expect(installation).to.include(`| \`${sdk}\` |`);
  });

  it("name no default of a setting that does not hold", () => {
    const wrong = Object.entries(defaultsSchema.shape).flatMap(([key, schema]) => {
      const [, said] = infoOf(schema).description.match(/\bDefault (\S+?)[.,](?:\s|$)/) ?? [];
      const holds = String(defaultsWith()[key as keyof typeof defaultsSchema.shape]);
      return said === undefined || said === holds ? [] : [`${key}: ${said} instead of ${holds}`];
    });
    expect(wrong).to.deep.equal([]);
  });
});
