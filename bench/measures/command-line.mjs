import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The shortest of so many runs counts: the others had to share the machine. */
const runs = 5;
const program = fileURLToPath(new URL("../../dist/cli/cli.js", import.meta.url));

/**
 * How long the built command line takes, its start included.
 *
 * @param {readonly string[]} commandLine
 * @returns {number} seconds of the shortest run
 */
export function shortest(commandLine) {
  return Math.min(...Array.from({ length: runs }, () => seconds(commandLine)));
}

/** @param {readonly string[]} commandLine */
function seconds(commandLine) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...commandLine], { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${commandLine.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
