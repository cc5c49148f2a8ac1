import { exitWith } from "../tools/toolchain/process.mjs";

/**
 * Runs a bench, prints the limits that it does not keep, and fails if there are any.
 *
 * @param {() => Promise<readonly string[]>} bench
 */
export function runBench(bench) {
  return bench().then((problems) => {
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  }, exitWith);
}
