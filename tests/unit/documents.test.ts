import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { exampleFile } from "../../provider/generate/kind-pages";
import { graphOf, mermaid } from "../../provider/inspect/graph";
import { kinds } from "../../provider/kinds";
import { prepare, render } from "../../provider/render";
import { readYaml } from "../../provider/sources/manifests";

describe("the pages of the kinds", () => {
  for (const kind of Object.keys(kinds)) {
    it(`have an example of ${kind} that is derived without a remark`, async () => {
      const objects = readYaml(readFileSync(exampleFile(kind), "utf8"), exampleFile(kind));
      expect(objects[0]).to.have.property("kind", kind);
      const { issues } = await render(objects);
      expect([...issues, ...prepare(objects).unreadable]).to.deep.equal([]);
    });
  }
});

describe("README", () => {
  it("draws the relations of its three manifests as the command does, and counts what they become", async () => {
    const readme = readFileSync("README.md", "utf8");
    const objects = ["VMAlert", "VMServiceScrape", "VMUser"].flatMap((kind) => readYaml(readFileSync(exampleFile(kind), "utf8"), kind));
    expect(readme).to.include(`\`\`\`mermaid\n${mermaid(graphOf(prepare(objects))).trimEnd()}\n\`\`\``);
    expect(readme).to.include(`become ${(await render(objects)).objects.length} objects`);
    expect(readme.split("\n").length).to.be.at.most(200);
  });
});

describe("the documents", () => {
  const documents = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    ...readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md"))
      .map((path) => join("docs", path)),
  ];

  /** The places in a document that a link can name, as GitHub calls them. */
  const anchorsIn = (document: string): string[] =>
    [...document.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );

  const read = new Map(documents.map((path) => [path, readFileSync(path, "utf8")]));

  for (const [path, document] of read)
    it(`have links that lead somewhere: ${path}`, () => {
      const own = "https://github.com/pulumi-victoriametrics/pulumi-victoriametrics/blob/main/";
      const broken = [...document.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
        const [file = "", anchor] = link.split("#");
        if (/^https?:/.test(file) && !file.startsWith(own)) return [];
        const target = file === "" ? path : file.startsWith(own) ? file.slice(own.length) : join(dirname(path), file.replace(/\/$/, ".md")); // the Registry has pages as folders
        const isThere = existsSync(target);
        const isPlace = anchor === undefined || anchorsIn(read.get(target) ?? readText(target)).includes(anchor);
        return isThere && isPlace ? [] : [link];
      });
      expect(broken).to.deep.equal([]);
    });
});

const readText = (path: string): string => (existsSync(path) && path.endsWith(".md") ? readFileSync(path, "utf8") : "");
