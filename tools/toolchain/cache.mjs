import { readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./lock.mjs";
import { asExecutable, isExecutable } from "./process.mjs";

/** @typedef {import("../programs.mjs").Program} Program */

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string}
 */
export function cacheFolder(environment) {
  const base =
    process.platform === "win32"
      ? environment.LOCALAPPDATA || join(homedir(), "AppData", "Local")
      : environment.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(base, "pulumi-victoriametrics");
}

/**
 * @param {string} cache
 * @param {Program} program
 */
export const cachedRoot = (cache, program) => join(cache, program.name, program.version);

/**
 * @param {string} root
 * @param {Program} program
 */
export const executableIn = (root, program) => join(root, asExecutable(program.executable));

/**
 * @param {string} cache
 * @param {Program} program
 * @returns {string | undefined}
 */
export function findCached(cache, program) {
  const executable = executableIn(cachedRoot(cache, program), program);
  return isExecutable(executable) ? executable : undefined;
}

/**
 * Where this process prepares a program: beside its place in the cache, so that the last move is one atomic rename.
 *
 * @param {string} root
 */
export const stagingFolder = (root) => `${root}.${process.pid}.tmp`;

/**
 * Removes what processes that were ended left behind.
 *
 * @param {string} root
 */
export function removeLeftovers(root) {
  const pattern = /\.(\d+)\.tmp$/;
  for (const name of readdirSync(dirname(root))) {
    const owner = name.startsWith(`${basename(root)}.`) ? pattern.exec(name)?.[1] : undefined;
    if (owner !== undefined && (Number(owner) === process.pid || !isAlive(Number(owner)))) {
      rmSync(join(dirname(root), name), { recursive: true, force: true });
    }
  }
}

/**
 * Moves a finished program to its place. When another process was faster, its result stays.
 *
 * @param {string} result
 * @param {string} root
 * @param {Program} program
 */
export function publish(result, root, program) {
  if (isExecutable(executableIn(root, program))) {
    return;
  }
  rmSync(root, { recursive: true, force: true }); // an incomplete one, or none
  try {
    renameSync(result, root);
  } catch (error) {
    if (!isExecutable(executableIn(root, program))) {
      throw error;
    }
  }
}
