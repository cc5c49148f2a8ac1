import { clearScreenDown, cursorTo, moveCursor } from "node:readline";

/**
 * Shows the states of pods beside other output.
 *
 * @typedef {object} PodList
 * @property {(name: string, state: string) => void} set
 * @property {(name: string) => void} remove
 * @property {(text: string) => void} print writes other output
 */

/**
 * On a terminal the list stays below the other output and is drawn again as pods change; elsewhere each change is a line.
 *
 * @param {NodeJS.WriteStream} stream
 * @returns {PodList}
 */
export const podList = (stream) => (stream.isTTY ? new LiveList(stream) : new Lines(stream));

/** @implements {PodList} */
class Lines {
  #stream;
  /** @type {Map<string, string>} */
  #states = new Map();

  /** @param {Pick<NodeJS.WriteStream, "write">} stream */
  constructor(stream) {
    this.#stream = stream;
  }

  /**
   * @param {string} name
   * @param {string} state
   */
  set(name, state) {
    if (this.#states.get(name) === state) return;
    this.#states.set(name, state);
    this.print(`${lineOf([name, state])}\n`);
  }

  /** @param {string} name */
  remove(name) {
    if (this.#states.delete(name)) this.print(`${lineOf([name, "is gone"])}\n`);
  }

  /** @param {string} text */
  print(text) {
    this.#stream.write(text);
  }
}

/** @implements {PodList} */
class LiveList {
  #stream;
  /** @type {Map<string, string>} */
  #states = new Map();
  #drawn = 0;
  #isAtLineStart = true;

  /** @param {NodeJS.WriteStream} stream */
  constructor(stream) {
    this.#stream = stream;
  }

  /**
   * @param {string} name
   * @param {string} state
   */
  set(name, state) {
    this.#states.set(name, state);
    this.#draw();
  }

  /** @param {string} name */
  remove(name) {
    this.#states.delete(name);
    this.#draw();
  }

  /** @param {string} text */
  print(text) {
    this.#erase();
    this.#stream.write(text);
    if (text !== "") this.#isAtLineStart = text.endsWith("\n");
    this.#draw();
  }

  #erase() {
    if (this.#drawn === 0) return;
    moveCursor(this.#stream, 0, -this.#drawn);
    cursorTo(this.#stream, 0);
    clearScreenDown(this.#stream);
    this.#drawn = 0;
  }

  /** A list below an unfinished line waits until that is complete. */
  #draw() {
    if (!this.#isAtLineStart) return;
    this.#erase();
    const { columns = 80, rows = 24 } = this.#stream;
    // A line that wraps or scrolls out of sight cannot be erased.
    const lines = [...this.#states].map((entry) => lineOf(entry).slice(0, columns - 1)).slice(-Math.max(0, rows - 1));
    this.#stream.write(lines.map((line) => `${line}\n`).join(""));
    this.#drawn = lines.length;
  }
}

/** @param {readonly [name: string, state: string]} pod */
const lineOf = ([name, state]) => `pod ${name}: ${state}`;
