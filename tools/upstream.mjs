/**
 * Puts VictoriaMetrics' own code, `tools/go/upstream` as WebAssembly, into `dist/wasm`. Where it can be neither found nor built, the package does
 * without: then it says of rules that they were not checked.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { licensesFile } from "./licenses.mjs";
import { isMain } from "./toolchain/process.mjs";
import { ensure } from "./toolchain.mjs";

const target = fileURLToPath(new URL("../dist/wasm/", import.meta.url));

export async function addUpstream() {
  const { "upstream-wasm": module = "" } = await ensure(["upstream-wasm"]);
  mkdirSync(target, { recursive: true });
  for (const file of [basename(module), "wasm_exec.js", licensesFile]) {
    copyFileSync(join(dirname(module), file), join(target, file));
  }
}

if (isMain(import.meta.url)) {
  addUpstream().catch((error) => console.error(`${error.message}; rules will not be checked`));
}
