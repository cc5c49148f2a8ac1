import { spawn } from "node:child_process";
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const executableSuffix = process.platform === "win32" ? ".exe" : "";

/** @param {string} path */
export const asExecutable = (path) => path + executableSuffix;

/**
 * @typedef {object} RunOptions
 * @property {string} [directory]
 * @property {NodeJS.ProcessEnv} [environment]
 * @property {number} [output] the open file to send both streams to; without it they are returned
 * @property {boolean} [shell]
 */

/**
 * Runs a command without ever rejecting for its exit code: the caller knows what a failure means.
 *
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, errors: string }>}
 */
export function run(command, commandArguments, { directory, environment, output, shell = false } = {}) {
  return new Promise((settle) => {
    const child = spawn(command, commandArguments, {
      cwd: directory,
      env: environment,
      shell,
      stdio: ["ignore", output ?? "pipe", output ?? "pipe"],
    });
    const texts = { output: "", errors: "" };
    child.stdout?.setEncoding("utf8").on("data", (chunk) => (texts.output += chunk));
    child.stderr?.setEncoding("utf8").on("data", (chunk) => (texts.errors += chunk));
    child.on("error", (error) => settle({ code: 127, output: "", errors: error.message }));
    child.on("close", (code) => settle({ code: code ?? 1, ...texts }));
  });
}

/** The number of characters at the end of a failed command's output that an error has. */
const lastWords = 3_000;

/**
 * Runs a command that has to succeed.
 *
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {string} failure what did not come about without it
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it printed
 * @throws {Error} with the failure and the end of what the command said
 */
export async function succeed(command, commandArguments, failure, options) {
  const { code, output, errors } = await run(command, commandArguments, options);
  if (code !== 0) throw new Error(`${failure}: ${(output + errors).trim().slice(-lastWords)}`);
  return output;
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string[]} every executable file of that name on the PATH, in its order
 */
export function onPath(name, environment) {
  const folders = (environment.PATH ?? environment.Path ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => resolve(folder, asExecutable(name))).filter(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} moduleUrl
 * @returns {boolean} whether that module is the script that node was started with
 */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(moduleUrl));
}

/**
 * Ends the process with one sentence instead of a stack trace.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
