import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";
import { picture, reaches, withPicture } from "./layer-picture";
import { imports, layerOf, layers, root } from "./structure";

const document = join(__dirname, "../../ARCHITECTURE.md");

/** The file of a kind's folder that holds a property of the kind. */
const filesOfProperties: Readonly<Record<string, string>> = {
  spec: "schema",
  example: "example",
  arguments: "arguments",
  check: "check",
  review: "review",
  derive: "derive",
  outputs: "outputs",
  selfScrapes: "self-scrapes",
  scraped: "jobs",
  backends: "backends",
};

const filesOfKinds: readonly string[] = ["index", ...Object.values(filesOfProperties), "model", "flags", "pods"];

const foldersIn = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The folders that unit tests are for. */
const folders: ReadonlySet<string> = new Set([...foldersIn(root), ...foldersIn(join(__dirname, "../../tools"))]);

/** Tests of the repository as a whole, though they import little. */
const ofRepository: readonly string[] = ["architecture.test.ts", "contributing.test.ts", "docs.test.ts", "generated.test.ts"];

/** Sources that tests of any folder make their worlds with, or read their findings by. */
const means: readonly string[] = ["sources/", "text/", "upstream/", "values/", "world/", "kinds/kind"];

/** The folders of the sources that a test imports, without those that are mere means. */
function testedFolders(test: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(__dirname, test), "utf8"));
  const imported = importedFiles.map(({ fileName }) => relative(root, join(__dirname, dirname(test), fileName)));
  const places = imported.filter((path) => path.includes("/") && !path.startsWith("..") && !means.some((one) => path.startsWith(one)));
  return [...new Set(places.map((path) => path.split("/")[0] ?? ""))];
}

const allKinds = Object.values<Kind>(kinds);

describe("the architecture", () => {
  it("has a layer for every file", () => {
    expect([...imports.keys()].filter((file) => layerOf(file) < 0)).to.deep.equal([]);
  });

  it("imports downward only", () => {
    const upward = [...imports].flatMap(([file, all]) =>
      all.filter((imported) => layerOf(imported) > layerOf(file)).map((imported) => `${file} imports ${imported}`),
    );
    expect(upward).to.deep.equal([]);
  });

  it("has no import cycles", () => {
    expect([...imports.keys()].filter((file) => reaches(imports, file, file))).to.deep.equal([]);
  });

  it("is drawn in ARCHITECTURE.md as it is (UPDATE_GOLDEN=1 redraws it)", () => {
    const text = readFileSync(document, "utf8");
    if (process.env.UPDATE_GOLDEN === "1" && !process.env.CI) writeFileSync(document, withPicture(text));
    expect(readFileSync(document, "utf8") === withPicture(text), "the picture is stale: read the message between its marks").to.equal(true);
  });

  it("is drawn without arrows that follow from others, and with one box for places that import each other", () => {
    const drawn = picture(
      new Map([
        ["a/", new Set(["b/"])],
        ["b/", new Set(["a/"])],
        ["c/", new Set(["a/"])],
        ["d/", new Set(["b/", "c/"])],
      ]),
    );
    expect(drawn).to.equal('flowchart TD\n  d_["d/"]\n  c_["c/"]\n  a_b_["a/, b/"]\n  d_ --> c_\n  c_ --> a_b_\n');
  });

  it("has its layers in the table of ARCHITECTURE.md, from the bottom", () => {
    const rows = [...readFileSync(document, "utf8").matchAll(/^\| (`[^|]+`) \| /gm)].map(([, places = ""]) =>
      places.replaceAll("`", "").split(", "),
    );
    const position = (place: string): number => rows.findIndex((row) => row.includes(place));
    expect(layers.flat().filter((place) => position(place) < 0)).to.deep.equal([]);
    expect(rows.flat().filter((place) => !layers.flat().includes(place))).to.deep.equal([]);
    const lowest = layers.map((places) => Math.min(...places.map(position)));
    const highest = layers.map((places) => Math.max(...places.map(position)));
    expect(layers.filter((_, index) => index > 0 && (lowest[index] ?? 0) < (highest[index - 1] ?? 0))).to.deep.equal([]);
  });

  it("spells file names in small letters and dashes, and only folders of kinds as the kinds", () => {
    const odd = [...imports.keys()].filter((file) => {
      const folders = dirname(file).split("/");
      const isOfKind = folders[0] === "kinds" && folders[1] !== undefined && Object.hasOwn(kinds, folders[1]);
      const parts = [basename(file, ".ts"), ...(isOfKind ? folders.slice(2) : folders.filter((folder) => folder !== "."))];
      return !parts.every((part) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(part));
    });
    expect(odd).to.deep.equal([]);
  });

  it("has no two files of one name but those that every kind may have", () => {
    const names = new Map<string, string[]>();
    for (const file of [...imports.keys()].filter((one) => !one.startsWith("generated/")))
      names.set(basename(file), [...(names.get(basename(file)) ?? []), file]);
    const repeated = [...names].filter(([name, files]) => files.length > 1 && !filesOfKinds.includes(basename(name, ".ts")));
    expect(repeated.flatMap(([, files]) => files)).to.deep.equal([]);
    const elsewhere = [...imports.keys()].filter(
      (file) => filesOfKinds.includes(basename(file, ".ts")) && basename(file) !== "index.ts" && !/^kinds\/[A-Z]\w+\/[^/]+$/.test(file),
    );
    expect(elsewhere).to.deep.equal([]);
  });

  it("has the unit tests of a folder in a folder of the same name", () => {
    const tests = readdirSync(__dirname, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".test.ts"));
    const ofNothing = tests.filter((file) => file.includes("/") && !folders.has(file.split("/")[0] ?? ""));
    expect(ofNothing, "no folder of provider or tools is called so").to.deep.equal([]);
    const displaced = tests
      .filter((file) => !file.includes("/") && !ofRepository.includes(file))
      .flatMap((file) => {
        const [folder, ...others] = testedFolders(file);
        return folder && others.length === 0 ? [`${file} tests only ${folder}: move it to tests/unit/${folder}`] : [];
      });
    expect(displaced).to.deep.equal([]);
  });

  it("has a folder for every kind of the table, and no other", () => {
    expect(foldersIn(join(root, "kinds")).sort()).to.deep.equal(Object.keys(kinds).sort());
  });

  for (const kind of allKinds)
    it(`finds each property of ${kind.kind} in the file that is called after it`, () => {
      const folder = `kinds/${kind.kind}`;
      const stated = Object.entries(filesOfProperties).filter(([property]) => Object.hasOwn(kind, property));
      const expected = stated.map(([, file]) => `${folder}/${file}.ts`);
      const usual = new Set(Object.values(filesOfProperties).map((file) => `${folder}/${file}.ts`));
      const imported = (imports.get(`${folder}/index.ts`) ?? []).filter((file) => usual.has(file));
      expect(imported.sort()).to.deep.equal(expected.sort());
      expect([...imports.keys()].filter((file) => usual.has(file)).sort()).to.deep.equal(expected.sort());
    });

  for (const kind of allKinds.filter(({ selfScrapes }) => selfScrapes))
    it(`finds model, flags and pods of ${kind.kind} in files that are called so, or in a feature that several kinds share`, () => {
      const files = [...imports.keys()].filter((file) => file.startsWith(`kinds/${kind.kind}/`));
      const isShared = files.some((file) => imports.get(file)?.some((imported) => /^features\/[^/]+\//.test(imported)));
      const needed = isShared ? ["model"] : ["model", "flags", "pods"];
      const has = (name: string): boolean => files.some((file) => file.replace(/\.ts$/, "/").startsWith(`kinds/${kind.kind}/${name}/`));
      expect(needed.filter((name) => !has(name))).to.deep.equal([]);
    });
});
