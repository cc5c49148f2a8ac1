/**
 * `npm test`: sets up, then runs mocha with the arguments given, of which only `--json-out FILE` (a file for the counts) is not mocha's.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { setup } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";

const mocha = fileURLToPath(new URL("../node_modules/mocha/bin/mocha.js", import.meta.url));
const reporter = fileURLToPath(new URL("reporter.cjs", import.meta.url));

/**
 * @param {readonly string[]} commandLine
 * @returns {Promise<number>} mocha's exit code
 */
async function test(commandLine) {
  const executables = await setup({ programs: ["pulumi", "pulumi-resource-kubernetes"] });
  const { countsFile, mochaArguments } = readCommandLine(commandLine);
  if (countsFile !== undefined) {
    rmSync(countsFile, { force: true }); // an old one must not stand for a run that ended early
  }
  const { status } = spawnSync(process.execPath, [mocha, "--reporter", reporter, ...mochaArguments], {
    stdio: "inherit",
    env: {
      ...process.env,
      PULUMI_VICTORIAMETRICS_PULUMI: executables.pulumi,
      PULUMI_VICTORIAMETRICS_KUBERNETES_PLUGIN: executables["pulumi-resource-kubernetes"],
      ...(countsFile === undefined ? {} : { MOCHA_COUNTS_FILE: countsFile }),
    },
  });
  return status ?? 1;
}

/** @param {readonly string[]} commandLine */
function readCommandLine(commandLine) {
  const position = commandLine.indexOf("--json-out");
  return position === -1
    ? { countsFile: undefined, mochaArguments: commandLine }
    : { countsFile: resolve(commandLine[position + 1] ?? "counts.json"), mochaArguments: commandLine.toSpliced(position, 2) };
}

test(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, exitWith);
