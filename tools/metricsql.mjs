/**
 * Puts the parsers of rules, `tools/go/metricsql` as WebAssembly, into `dist/metricsql`. Where they can be neither found nor built, the package
 * does without them: then it says of rules that their expressions were not checked.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { licensesFile } from "./toolchain/build.mjs";
import { isMain } from "./toolchain/process.mjs";
import { ensure } from "./toolchain.mjs";

const target = fileURLToPath(new URL("../dist/metricsql/", import.meta.url));

export async function addParsers() {
  const { metricsql = "" } = await ensure(["metricsql"]);
  mkdirSync(target, { recursive: true });
  for (const file of [basename(metricsql), "wasm_exec.js", licensesFile]) {
    copyFileSync(join(dirname(metricsql), file), join(target, file));
  }
}

if (isMain(import.meta.url)) {
  addParsers().catch((error) => console.error(`${error.message}; expressions of rules will not be checked`));
}
