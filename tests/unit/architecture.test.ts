import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { kinds } from "../../provider/kinds";
import type { Kind } from "../../provider/kinds/kind";

const root = join(__dirname, "../../provider");

/** Every source file, as a path below `provider`, with the files of `provider` that it imports. */
const imports: ReadonlyMap<string, readonly string[]> = readImports();

function readImports(): Map<string, readonly string[]> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => extname(file) === ".ts");
  const known = new Set(files);
  const importsOf = (file: string): string[] =>
    ts
      .preProcessFile(readFileSync(join(root, file), "utf8"))
      .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
      .flatMap(({ fileName }) => {
        const path = relative(root, join(root, dirname(file), fileName.replace(/\.js$/, "")));
        return [`${path}.ts`, join(path, "index.ts")].find((candidate) => known.has(candidate)) ?? [];
      });
  return new Map(files.map((file) => [file, importsOf(file)]));
}

/** The layers from the bottom up. A file imports from its own layer and from those before it. */
const layers: readonly (readonly string[])[] = [
  ["text/", "values/", "version.ts", "package.ts"],
  ["world/"],
  ["schema/", "defaults.ts", "generated/settings.ts"],
  ["context.ts", "selection.ts", "upstream/"],
  ["derived.ts"],
  ["lifecycle.ts"],
  ["config/"],
  ["discovery/"],
  ["workload/"],
  ["kubernetes/"],
  ["scraping/", "vmauth/", "alertmanager/", "admission/", "convert/"],
  ["features/"],
  ["kinds/"],
  ["kinds.ts"],
  ["derivation.ts"],
  ["assemble.ts"],
  ["render.ts", "convert.ts", "sources/"],
  ["inspect/"],
  ["page/"],
  ["review/"],
  ["cli/", "pulumi/", "plugin/", "plugin.ts", "generate/", "generated/", "index.ts"],
];

const layerOf = (file: string): number =>
  layers.findIndex((places) => places.some((place) => (place.endsWith("/") ? file.startsWith(place) : file === place)));

/** The file of a kind's folder that holds a property of the kind. */
const filesOfProperties: Readonly<Record<string, string>> = {
  spec: "schema",
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
    expect([...imports.keys()].filter((file) => reaches(file, file))).to.deep.equal([]);
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

  it("has a folder for every kind of the table, and no other", () => {
    const folders = readdirSync(join(root, "kinds"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).to.deep.equal(Object.keys(kinds).sort());
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

/** Whether a file imports another, directly or through others. */
function reaches(from: string, to: string): boolean {
  const seen = new Set<string>();
  const visit = (file: string): boolean =>
    (imports.get(file) ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return visit(next);
    });
  return visit(from);
}
