import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import ts from "typescript";

/** The folder of the sources. */
export const root = join(__dirname, "../../provider");

/** Every source file, as a path below `provider`, with the files of `provider` that it imports. */
export const imports: ReadonlyMap<string, readonly string[]> = readImports();

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
export const layers: readonly (readonly string[])[] = [
  ["text/", "values/", "version.ts", "package.ts"],
  ["world/"],
  ["schema/", "defaults.ts", "generated/settings.ts"],
  ["context.ts", "selection.ts", "upstream/"],
  ["derived.ts"],
  ["lifecycle.ts", "readiness/"],
  ["config/"],
  ["discovery/"],
  ["workload/"],
  ["kubernetes/"],
  ["scraping/", "vmauth/", "alertmanager/", "admission/", "convert/", "charts/"],
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
  ["entry-points.ts"],
];

/** Whether a place of a layer holds a file: a folder all files below it, a file itself. */
export const holds = (place: string, file: string): boolean => (place.endsWith("/") ? file.startsWith(place) : file === place);

/** The layer of a file, counted from the bottom; -1 if it has none. */
export const layerOf = (file: string): number => layers.findIndex((places) => places.some((place) => holds(place, file)));
