/**
 * `npm run upstream -- CHECKOUT`: lists the fields, types, words, defaults and versions in which a checkout of the operator differs from our schemas
 * and settings. The work is done in `operator/`, in TypeScript, since the schemas are.
 */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setup } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Paths are relative to the folder that npm was started in. */
const from = process.env.INIT_CWD ?? process.cwd();
const commandLine = process.argv.slice(2).map((given) => (given.startsWith("-") ? given : resolve(from, given)));

setup({ build: false }).then(() => {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "tools/operator/main.ts", ...commandLine], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = status ?? 2;
}, exitWith);
