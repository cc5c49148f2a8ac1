import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { type Block, blocksIn, documents, inlineCommandsIn, placeOf } from "../code-blocks/blocks";
import { countOfOwn, isShell, problemsOfCommands } from "../code-blocks/commands";
import { errorsInGo, errorsInPython } from "../code-blocks/languages";
import { errorsInTypeScript } from "../code-blocks/typescript";
import { ofUnknownForm, problemsOfYaml } from "../code-blocks/yaml";

/** Blocks that this test cannot check, by their document and language: how many there are, and the reason. */
const unchecked: Readonly<Record<string, Readonly<Record<string, readonly [count: number, reason: string]>>>> = {
  "CONTRIBUTING.md": { ts: [1, "contributing.test.ts adds this field"] },
  "docs/_index.md": {
    yaml: [1, "docs.test.ts finds it in an example"],
    csharp: [1, "docs.test.ts finds it in an example"],
    java: [1, "docs.test.ts finds it in an example"],
  },
  "docs/changes-in-pull-requests.md": { indented: [1, "a warning of a preview"] },
  "docs/from-the-helm-charts.md": { yaml: [2, "charts/guide.test.ts converts the one into the other"] },
};

/** Documents whose inputs and outputs other tests renew, mistakes included. */
const renewed = ["docs/why-is-it-not-scraped.md", "docs/mistakes.md", "docs/day-2.md"];

/** Whether a block is a text that programs print, or a picture. */
const isOutput = ({ language }: Block): boolean => ["", "text", "console", "diff", "mermaid"].includes(language);

const hasGo = spawnSync("gofmt", ["-h"]).error === undefined;
const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe("the code in the documents", function () {
  this.timeout(120_000);
  const all = documents.flatMap(blocksIn);
  const isUnchecked = ({ document, language }: Block): boolean => language in (unchecked[document] ?? {});
  const checked = all.filter((block) => !isUnchecked(block) && !isOutput(block));
  const of = (...languages: readonly string[]): Block[] => checked.filter(({ language }) => languages.includes(language));

  it("is TypeScript that compiles", () => {
    const blocks = of("ts", "typescript");
    expect(blocks).to.have.lengthOf.above(9);
    expect(errorsInTypeScript(blocks)).to.deep.equal([]);
  });

  it("is YAML that is taken", () => {
    const blocks = of("yaml").filter(({ document }) => !renewed.includes(document));
    expect(blocks).to.have.lengthOf.above(20);
    expect(ofUnknownForm(blocks).map(placeOf)).to.deep.equal([]);
    expect(problemsOfYaml(blocks)).to.deep.equal([]);
  });

  it("has commands that the command line and the repository know", () => {
    const blocks = [...checked.filter(isShell), ...documents.flatMap(inlineCommandsIn)];
    expect(countOfOwn(blocks)).to.be.above(40);
    expect(problemsOfCommands(blocks)).to.deep.equal([]);
  });

  it("is Python that can be read", function () {
    if (!hasPython) this.skip();
    expect(errorsInPython(of("python"))).to.deep.equal([]);
  });

  it("is Go that can be read", function () {
    if (!hasGo) this.skip();
    expect(errorsInGo(of("go"))).to.deep.equal([]);
  });

  it("is of no other language, except where a reason is given", () => {
    const known = ["ts", "typescript", "yaml", "python", "go"];
    const others = checked.filter((block) => !known.includes(block.language) && !isShell(block));
    expect(others.map(placeOf)).to.deep.equal([]);
    const counts = Object.entries(unchecked).flatMap(([document, languages]) =>
      Object.entries(languages).map(([language, [count]]) => [document, language, count]),
    );
    expect(
      counts.map(([document, language]) => [
        document,
        language,
        all.filter((block) => block.document === document && block.language === language).length,
      ]),
    ).to.deep.equal(counts);
  });

  it("would be found wrong", () => {
    const block = (language: string, text: string): Block => ({ document: "a.md", line: 1, language, text });
    expect(
      errorsInTypeScript([block("ts", "const a: number = 1;"), block("ts", 'const b: string = a;\nnew victoriametrics.VMAgent("a", {});')]),
    ).to.have.lengthOf(2);
    const manifest =
      "apiVersion: operator.victoriametrics.com/v1beta1\nkind: VMSingle\nmetadata: {name: a, namespace: b}\nspec: {replicas: 1}\n";
    expect(problemsOfYaml([block("yaml", manifest)])).to.deep.equal([
      "a.md:1 VMSingle/b/a spec.replicas: is not a field here; here it is called replicaCount",
    ]);
    expect(problemsOfYaml([block("yaml", "config: {victoriametrics:metricVersion: v1}")])).to.have.lengthOf(1);
    const commands = ["check -f", "chekc -f a", "check -f a --formt json", "review --fail-on nonsense x", "explain -f a"];
    const shell = commands.map((command) => block("sh", `npx pulumi-victoriametrics ${command}`));
    expect(problemsOfCommands(shell)).to.have.lengthOf(commands.length);
    expect(problemsOfCommands([block("sh", "npm run nonsense; nonsense\npulumi config set victoriametrics:nonsense 1")])).to.have.lengthOf(
      3,
    );
    if (hasPython) expect(errorsInPython([block("python", "def f(:")])).to.have.lengthOf(1);
    if (hasGo) expect(errorsInGo([block("go", "func {")])).to.have.lengthOf(1);
  });
});
