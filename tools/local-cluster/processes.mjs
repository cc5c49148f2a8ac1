import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

const lastWords = 2000; // characters of a log

/** Servers that run beside this process, each with a log in one folder. They have no environment but that folder as their home. */
export class Processes {
  #folder;
  /** @type {Map<string, ChildProcess>} */
  #running = new Map();

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /**
   * @param {string} name
   * @param {string} executable
   * @param {readonly string[]} given
   */
  start(name, executable, given) {
    const log = openSync(this.#logFile(name), "a");
    const child = spawn(executable, given, { stdio: ["ignore", log, log], env: { HOME: this.#folder } });
    child.once("error", () => undefined); // its exit code tells
    this.#running.set(name, child);
    closeSync(log);
  }

  /**
   * Throws where a server has ended by itself.
   *
   * @throws {Error} with its name, its exit code and the end of its log
   */
  check() {
    for (const [name, child] of this.#running) {
      if (hasEnded(child)) throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode ?? "no start"}: ${this.#logOf(name)}`);
    }
  }

  /** The ends of all logs. */
  get logs() {
    return [...this.#running.keys()].map((name) => `${name}: ${this.#logOf(name)}`).join("\n");
  }

  /**
   * Kills one server, or all: nothing in them is worth keeping.
   *
   * @param {string} [name]
   */
  kill(name) {
    for (const child of this.#named(name)) if (!hasEnded(child)) child.kill("SIGKILL");
  }

  /**
   * The same, until they have ended.
   *
   * @param {string} [name]
   */
  async stop(name) {
    const ends = this.#named(name)
      .filter((child) => !hasEnded(child))
      .map((child) => new Promise((settle) => child.once("exit", settle)));
    this.kill(name);
    await Promise.all(ends);
    if (name === undefined) this.#running.clear();
    else this.#running.delete(name);
  }

  /** @param {string} [name] */
  #named(name) {
    return [...this.#running].filter(([one]) => name === undefined || one === name).map(([, child]) => child);
  }

  /** @param {string} name */
  #logOf(name) {
    return readFileSync(this.#logFile(name), "utf8").slice(-lastWords);
  }

  /** @param {string} name */
  #logFile(name) {
    return join(this.#folder, `${name}.log`);
  }
}

/** @param {ChildProcess} child */
const hasEnded = ({ pid, exitCode, signalCode }) => pid === undefined || exitCode !== null || signalCode !== null;
