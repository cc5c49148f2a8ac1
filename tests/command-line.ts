import { spawnSync } from "node:child_process";
import { join } from "node:path";

const program = join(__dirname, "..", "provider", "cli", "cli.ts");

/** Runs the command line from its sources, in a process of its own, with variables beside those of this process. */
export const runCommandLine = (commandLine: readonly string[], variables: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, ["--import", "tsx", program, ...commandLine], {
    encoding: "utf8",
    env: { ...process.env, ...variables },
    maxBuffer: 2 ** 28,
  });
