import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const pollInterval = 250;
const heartbeatInterval = 5_000;
// An owner of that process id that has been silent for so long is another process with a reused id, or one of a stopped container.
const silentFor = 60_000;

/**
 * Runs the work while no other process holds the lock: a folder with one file named after its owner's process id. The folder comes into
 * being together with that file by a rename, and a stale one is emptied by its dead owner's name only, so no live owner ever loses it.
 *
 * @template Result
 * @param {string} lock
 * @param {(wait: () => Promise<void>) => Promise<void>} waiting told once when another process holds the lock; `wait` ends with it
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(lock, waiting, work) {
  if (!tryAcquire(lock)) {
    await waiting(() => acquire(lock));
  }
  const owner = join(lock, String(process.pid));
  const heartbeat = setInterval(() => touch(owner), heartbeatInterval);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    release(lock, String(process.pid));
  }
}

/** @param {string} lock */
async function acquire(lock) {
  while (!tryAcquire(lock)) {
    await sleep(pollInterval);
  }
}

/** @param {string} lock */
function tryAcquire(lock) {
  const owner = ownerOf(lock);
  if (owner === undefined || isStale(join(lock, owner), Number(owner))) {
    release(lock, owner);
  }
  const own = `${lock}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, String(process.pid)), "");
  try {
    renameSync(own, lock);
    return true;
  } catch {
    rmSync(own, { recursive: true, force: true }); // the lock's folder is there and not empty
    return false;
  }
}

/**
 * @param {string} lock
 * @returns {string | undefined}
 */
export function ownerOf(lock) {
  try {
    return readdirSync(lock)[0];
  } catch {
    return undefined;
  }
}

/**
 * @param {string} ownerFile
 * @param {number} owner
 */
function isStale(ownerFile, owner) {
  try {
    return !isAlive(owner) || Date.now() - statSync(ownerFile).mtimeMs > silentFor;
  } catch {
    return false; // released just now
  }
}

/** @param {number} processId */
export function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"; // alive, and of another user
  }
}

/**
 * @param {string} lock
 * @param {string} [owner] none when it ended just before it removed the folder
 */
function release(lock, owner) {
  if (owner !== undefined) {
    rmSync(join(lock, owner), { force: true });
  }
  try {
    rmdirSync(lock);
  } catch {
    // Not there, or another process has taken it in the meantime.
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Taken for stale after the machine slept: the last rename decides.
  }
}
