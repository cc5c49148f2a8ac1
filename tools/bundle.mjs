/**
 * `npm run bundle`: the plugin as a folder that needs nothing but Node.js, for machines where programs are in other languages: one file with all
 * that it uses, the schema and VictoriaMetrics' own code. Give it in `plugins.providers[].path` of Pulumi.yaml, or put it on the PATH.
 */
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setup } from "./setup.mjs";
import { exitWith, isMain } from "./toolchain/process.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const executable = "pulumi-resource-victoriametrics";
const copied = ["package.json", "sdk/schema.json", "LICENSE", `${executable}.cmd`];
const parsers = join("dist", "wasm");

/** Modules that a plugin never calls: the Automation API, and the npm client by which functions are packed up. */
const unused = /^(\.\/automation|@npmcli\/arborist|\.\/plugin\/unused)$/;

/** @type {import("esbuild").Plugin} */
const withoutUnused = {
  name: "without what is not used",
  setup(build) {
    build.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: "unused" }));
    build.onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
  },
};

/**
 * @param {string} folder is made if need be
 * @param {string} [compiled] where the sources were compiled to
 */
export async function bundle(folder, compiled = join(checkout, "dist")) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    metafile: true,
    stdin: { contents: 'require("./plugin.js")();', resolveDir: compiled },
    outfile: join(folder, executable),
    banner: { js: "#!/usr/bin/env node" },
    bundle: true,
    minify: true,
    keepNames: true, // names of classes are in messages
    platform: "node",
    target: "node20",
    plugins: [withoutUnused],
    logLevel: "error",
  });
  chmodSync(join(folder, executable), 0o755);
  writeFileSync(join(folder, "LICENSES.txt"), licensesOf(Object.keys(metafile.inputs)));
  for (const file of copied) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(checkout, file), join(folder, file));
  }
  if (existsSync(join(checkout, parsers))) cpSync(join(checkout, parsers), join(folder, parsers), { recursive: true });
}

/**
 * The licences of the packages that sources belong to, each with its text.
 *
 * @param {readonly string[]} sources
 */
function licensesOf(sources) {
  const folders = new Set(sources.flatMap((source) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(source)?.[0] ?? []));
  const sections = [...folders].sort().flatMap((folder) => {
    const file = join(folder, "package.json");
    if (!existsSync(file)) return [];
    const { name, version, license } = JSON.parse(readFileSync(file, "utf8"));
    const text = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    return [
      `${name} ${version}: ${license}\n\n${text ? readFileSync(join(folder, text), "utf8").trim() : "Its package has no text of the licence."}\n`,
    ];
  });
  return sections.join(`\n${"-".repeat(80)}\n\n`);
}

if (isMain(import.meta.url)) {
  const { values: options } = parseArgs({
    options: { folder: { type: "string", default: join(checkout, ".pulumi-victoriametrics", "plugin") } },
  });
  setup()
    .then(() => bundle(options.folder))
    .then(() => console.log(`The plugin lies in ${relative(process.cwd(), options.folder)}`), exitWith);
}
