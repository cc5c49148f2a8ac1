import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { expect } from "chai";
import ts from "typescript";

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

/** Files that each of several folders of kinds may have: what they hold is the same in each. */
const filesOfKinds: readonly string[] = [
  "index",
  "schema",
  "arguments",
  "model",
  "flags",
  "pods",
  "jobs",
  "derive",
  "self-scrapes",
  "outputs",
  "backends",
  "check",
];

const foldersOfKinds = readdirSync(join(root, "kinds"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

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
    // Components take components: `pulumi/component.ts` and `pulumi/select-from.ts` know each other.
    const cycles = [...imports.keys()].filter((file) => !file.startsWith("pulumi/") && reaches(file, file));
    expect(cycles).to.deep.equal([]);
  });

  it("spells file names in small letters and dashes, and only folders of kinds as the kinds", () => {
    const odd = [...imports.keys()].filter((file) => {
      const folders = dirname(file).split("/");
      const isOfKind = folders[0] === "kinds" && foldersOfKinds.includes(folders[1] ?? "");
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

  for (const kind of foldersOfKinds)
    it(`finds index.ts, schema.ts and check.ts in kinds/${kind}`, () => {
      for (const name of ["index.ts", "schema.ts", "check.ts"]) expect(imports.has(`kinds/${kind}/${name}`), name).to.equal(true);
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
