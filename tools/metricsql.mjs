/**
 * Puts the parsers of rules, `tools/go/metricsql` as WebAssembly, into `dist/metricsql`. Where they can be neither found nor built, the package
 * does without them: then it says of rules that their expressions were not checked.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMain } from "./toolchain/process.mjs";
import { ensure } from "./toolchain.mjs";

const target = fileURLToPath(new URL("../dist/metricsql/", import.meta.url));

export async function addParsers() {
  const { metricsql = "" } = await ensure(["metricsql"]);
  mkdirSync(target, { recursive: true });
  copyFileSync(metricsql, join(target, "metricsql.wasm"));
  copyFileSync(join(dirname(metricsql), "wasm_exec.js"), join(target, "wasm_exec.js"));
}

if (isMain(import.meta.url)) {
  addParsers().catch((error) => console.error(`${error.message}; expressions of rules will not be checked`));
}
