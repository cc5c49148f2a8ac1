/**
 * Renews a list of flags in tests/unit/flags from what a program says of itself: `node tools/flags.mjs PROGRAM`, the path of the executable. The
 * list is called after the executable.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const [program = ""] = process.argv.slice(2);
const { stdout, stderr, error } = spawnSync(program, ["-help"], { encoding: "utf8" });
if (error) throw error;
const names = [...`${stdout}\n${stderr}`.matchAll(/^ {2}-(\S+)/gm)].map(([, name]) => name);
if (names.length === 0) throw new Error(`${program} -help names no flags`);
writeFileSync(
  fileURLToPath(new URL(`../tests/unit/flags/${basename(program)}.txt`, import.meta.url)),
  `${[...new Set(names)].sort().join("\n")}\n`,
);
