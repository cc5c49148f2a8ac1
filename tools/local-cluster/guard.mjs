/**
 * Runs a script whose processes and files must not outlive it.
 */
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { step } from "../toolchain/progress.mjs";
import { endSession } from "./session.mjs";

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** The message of a script that has done its work and waits for a signal. */
const waits = "waits";

/**
 * Runs a script of Node.js with a temporary folder. Then, or after a signal to this process, every process that the script has started is killed
 * and the folder removed. The script leads a session of its own, so Ctrl-C on a terminal reaches this process alone.
 *
 * @param {string} script its path
 * @param {object} task what `guardedTask` gives it
 * @returns {Promise<number>} its exit code; after a signal 128 and the signal's number as in shells, or 0 if the script waited for it
 */
export async function runGuarded(script, task) {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-"));
  const child = fork(script, [JSON.stringify({ ...task, folder })], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, TMPDIR: folder }, // temporary files of killed processes go with it
  });
  let isWaiting = false;
  child.on("message", (message) => {
    isWaiting = message === waits;
  });
  /** @type {Promise<number>} */
  const end = new Promise((settle) => {
    child.once("error", () => settle(1)); // it could not be started, and has no process id
    child.once("exit", (code, signal) => settle(code ?? codeOf(signal ?? "SIGKILL")));
  });
  const takeDown = async () => {
    if (child.pid !== undefined) await endSession(child.pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const first = await Promise.race([end, firstSignal()]);
  if (typeof first === "number") {
    await takeDown();
    return first;
  }
  console.error(); // ends the line that was being written
  await step(`${first}: taking everything down`, takeDown);
  return isWaiting ? 0 : codeOf(first);
}

/**
 * The first signal that asks this process to end. Those that follow change nothing: npm passes on a signal that the terminal has sent already.
 *
 * @returns {Promise<NodeJS.Signals>}
 */
const firstSignal = () =>
  new Promise((settle) => {
    for (const signal of signals) process.on(signal, () => settle(signal));
  });

/** @param {NodeJS.Signals} signal */
const codeOf = (signal) => 128 + constants.signals[signal];

/**
 * The task of a script that `runGuarded` runs. If the guard itself is killed, the script takes everything down, and ends.
 *
 * @template Task
 * @returns {Task & { folder: string }}
 */
export function guardedTask() {
  const task = JSON.parse(process.argv[2] ?? "{}");
  process.once("disconnect", async () => {
    await endSession(process.pid);
    rmSync(task.folder, { recursive: true, force: true, maxRetries: 10 });
    process.exit(1);
  });
  process.channel?.unref(); // alone it keeps no process
  return task;
}

/**
 * Waits for a signal to the guard, which ends this process.
 *
 * @returns {Promise<never>}
 */
export function untilSignal() {
  process.channel?.ref();
  process.send?.(waits);
  return new Promise(() => undefined);
}
