/** Makes the script of the page of relations, `provider/page/browser`, one file for browsers: `dist/page/script.js`. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { exitWith, isMain } from "./toolchain/process.mjs";

const path = (/** @type {string} */ below) => fileURLToPath(new URL(`../${below}`, import.meta.url));

export async function buildPage() {
  await build({
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
}

if (isMain(import.meta.url)) buildPage().catch(exitWith);
