/**
 * Puts all modules of the package into one file, `dist/modules.js`: a program that loads hundreds of files starts noticeably later. The files that
 * Node.js looks for are calls of that one's entries, `provider/entry-points.ts`. Other packages stay where npm installs them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { exitWith, isMain } from "./toolchain/process.mjs";

const path = (/** @type {string} */ below) => fileURLToPath(new URL(`../${below}`, import.meta.url));
const modules = path("dist/modules.js");

/** Each file that Node.js looks for, by its content; `names` are the exports of a module. */
const files = {
  "dist/index.js": (/** @type {Names} */ names) => library('require("./modules.js").index(module)', names("index")),
  "dist/render.js": (/** @type {Names} */ names) => library('require("./modules.js").render()', names("render")),
  "dist/plugin.js": () => 'module.exports = require("./modules.js").plugin();\n',
  "dist/cli/cli.js": () =>
    [
      "#!/usr/bin/env node",
      'require("node:module").enableCompileCache?.(); // newer versions of Node.js keep what they have compiled',
      'require("../modules.js").commandLine();\n',
    ].join("\n"),
};

/** @typedef {(entry: "index" | "render") => readonly string[]} Names */

/**
 * A module whose exports Node.js must know without running it: a program that imports them as an ECMAScript module names them.
 *
 * @param {string} value
 * @param {readonly string[]} names
 */
const library = (value, names) =>
  `module.exports = ${value};\n// The names for \`import\`.\n0 && (module.exports = { ${names.join(", ")} });\n`;

export async function buildModules() {
  await build({
    entryPoints: [path("provider/entry-points.ts")],
    outfile: modules,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  const entries = createRequire(import.meta.url)(modules);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(
      path(file),
      content((entry) => Object.keys(entries[entry](module))),
    );
  }
}

/** The module that loads the library here. */
const module = { parent: null };

if (isMain(import.meta.url)) buildModules().catch(exitWith);
