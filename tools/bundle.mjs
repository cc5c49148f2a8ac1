/**
 * `npm run bundle`: the plugin as a folder that needs nothing but Node.js, for machines where programs are in other languages: one file with all
 * that it uses, the schema and VictoriaMetrics' own code. Give it in `plugins.providers[].path` of Pulumi.yaml, or put it on the PATH.
 */
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { licensesFile, packageLicenses } from "./licenses.mjs";
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

/** @param {string} folder is made if need be */
export async function bundle(folder) {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    metafile: true,
    stdin: { contents: 'require("./plugin")();', resolveDir: join(checkout, "provider") },
    outfile: join(folder, executable),
    banner: { js: "#!/usr/bin/env node" },
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true, // names are kept: those of classes are in messages
    platform: "node",
    target: "node20",
    plugins: [withoutUnused],
    logLevel: "error",
  });
  chmodSync(join(folder, executable), 0o755);
  writeFileSync(join(folder, licensesFile), packageLicenses(Object.keys(metafile.inputs)));
  for (const file of copied) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(checkout, file), join(folder, file));
  }
  if (existsSync(join(checkout, parsers))) cpSync(join(checkout, parsers), join(folder, parsers), { recursive: true });
}

if (isMain(import.meta.url)) {
  const { values: options } = parseArgs({
    options: { folder: { type: "string", default: join(checkout, ".pulumi-victoriametrics", "plugin") } },
  });
  setup()
    .then(() => bundle(options.folder))
    .then(() => console.log(`The plugin lies in ${relative(process.cwd(), options.folder)}`), exitWith);
}
