/**
 * Renews a list of flags in tests/unit/flags from what a program says of itself: `node tools/flags.mjs PROGRAM`, the path of the executable. The
 * list is called after the executable.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { isMain } from "./toolchain/process.mjs";

/**
 * The names of the flags that a program names itself, in the order of the alphabet.
 *
 * @param {string} executable
 */
export function flagsOf(executable) {
  const { stdout, stderr, error } = spawnSync(executable, ["-help"], { encoding: "utf8" });
  if (error) throw error;
  const names = [...`${stdout}\n${stderr}`.matchAll(/^ {2}-(\S+)/gm)].map(([, name = ""]) => name);
  if (names.length === 0) throw new Error(`${executable} -help names no flags`);
  return [...new Set(names)].sort();
}

if (isMain(import.meta.url)) {
  const [executable = ""] = process.argv.slice(2);
  writeFileSync(
    fileURLToPath(new URL(`../tests/unit/flags/${basename(executable)}.txt`, import.meta.url)),
    `${flagsOf(executable).join("\n")}\n`,
  );
}
