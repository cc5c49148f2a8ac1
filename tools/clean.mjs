/** Removes what earlier builds made of sources that have moved or gone since: the npm package would hold it. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const compiled = fileURLToPath(new URL("../dist/", import.meta.url));
const sources = fileURLToPath(new URL("../provider/", import.meta.url));

/** In folders whose content the compiler does not write. */
const isOfOthers = (/** @type {string} */ path) =>
  path.startsWith("wasm") || [".built", join("page", "script.js"), join("page", "LICENSES.txt")].includes(path);

/** @param {string} path below `dist/` */
const hasSource = (path) => path.endsWith(".d.ts") && existsSync(join(sources, path.replace(/\.d\.ts$/, ".ts")));

for (const entry of readdirSync(compiled, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  const path = relative(compiled, file);
  if (entry.isFile() && !isOfOthers(path) && !hasSource(path)) rmSync(file);
}
