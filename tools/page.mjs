/**
 * Makes the script of the page of relations, `provider/page/browser`, one file for browsers: `dist/page/script.js`, with the licences of what is in it
 * beside it.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licensesFile, packageLicenses } from "./licenses.mjs";
import { exitWith, isMain } from "./toolchain/process.mjs";

const path = (/** @type {string} */ below) => fileURLToPath(new URL(`../${below}`, import.meta.url));

export async function buildPage() {
  const { metafile } = await build({
    metafile: true,
    entryPoints: [path("provider/page/browser/script.ts")],
    outfile: path("dist/page/script.js"),
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: "es2022",
    legalComments: "inline",
    logLevel: "error",
  });
  writeFileSync(path(`dist/page/${licensesFile}`), packageLicenses(Object.keys(metafile.inputs)));
}

if (isMain(import.meta.url)) buildPage().catch(exitWith);
