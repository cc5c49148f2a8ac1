/**
 * `npm run bench:preview`: how much `pulumi preview --diff` prints for changes of one value, with the arguments of preview/main.ts. Only a
 * checkout that is set up has what runs TypeScript.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setup } from "../tools/setup.mjs";
import { exitWith } from "../tools/toolchain/process.mjs";

const main = fileURLToPath(new URL("preview/main.ts", import.meta.url));

setup().then(() => {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", main, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}, exitWith);
