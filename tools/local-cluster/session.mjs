/** Processes by their session: one that is started detached leads a new session, and all that it starts belong to it. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const pollInterval = 50;
const patience = 10_000;

/**
 * Kills every process of a session but this one, and waits for their ends. Where the system has no /proc, these are the processes of the leader's
 * group: the plugins of Pulumi have groups of their own, and end by themselves within minutes when the engine has gone.
 *
 * @param {number} leader process id of the one that was started detached
 * @throws {Error} with the process ids of those that did not end
 */
export async function endSession(leader) {
  const deadline = Date.now() + patience;
  let left = membersOf(leader);
  while (left.length > 0) {
    if (Date.now() > deadline) throw new Error(`these processes did not end: ${left.join(", ")}`);
    for (const processId of left) killed(processId);
    await sleep(pollInterval);
    left = membersOf(leader);
  }
}

/**
 * @param {number} leader
 * @returns {number[]} the process ids of those that run; a negative number stands for a group
 */
function membersOf(leader) {
  const files = statusFiles();
  if (files === undefined) return killed(-leader, 0) ? [-leader] : [];
  return files.map(statusOf).flatMap((one) => (one?.session === leader && one.isRunning && one.id !== process.pid ? [one.id] : []));
}

/** @returns {string[] | undefined} the contents of /proc/<process id>/stat, where the system has them */
function statusFiles() {
  try {
    const folders = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return folders.length === 0 ? undefined : folders.map((name) => contentOf(`/proc/${name}/stat`));
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // the process has ended since
  }
}

/**
 * Reads the line of a process: its id, the name of its program in parentheses (which may have parentheses and spaces itself), its state, its
 * parent, its group, its session.
 *
 * @param {string} line
 * @returns {{ id: number, session: number, isRunning: boolean } | undefined} undefined where it is no such line
 */
export function statusOf(line) {
  const [, id, state, session] = /^(\d+) \(.*\) (\S) \d+ \d+ (\d+) /s.exec(line) ?? [];
  return id === undefined ? undefined : { id: Number(id), session: Number(session), isRunning: state !== "Z" && state !== "X" };
}

/**
 * @param {number} processId
 * @param {NodeJS.Signals | 0} [signal]
 * @returns {boolean} whether it was there
 */
function killed(processId, signal = "SIGKILL") {
  try {
    process.kill(processId, signal);
    return true;
  } catch {
    return false; // it ended by itself
  }
}
