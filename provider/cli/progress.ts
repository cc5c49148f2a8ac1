/** The stream for progress: usually standard error. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds before the first display, and between two updates. */
const quiet = 400;
const pause = 100;

/** Shows the progress of a long run in one line, which is overwritten and finally removed. Shows nothing without a terminal and in short runs. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #now: () => number;
  #next: number;
  #isShown = false;

  constructor(terminal: Terminal = process.stderr, now: () => number = () => performance.now()) {
    this.#terminal = terminal;
    this.#now = now;
    this.#next = now() + quiet;
  }

  show(text: string): void {
    if (!this.#terminal.isTTY || this.#now() < this.#next) return;
    this.#terminal.write(`${clear}${text.slice(0, (this.#terminal.columns || 80) - 1)}`);
    this.#next = this.#now() + pause;
    this.#isShown = true;
  }

  end(): void {
    if (this.#isShown) this.#terminal.write(clear);
    this.#isShown = false;
  }
}

/** Returns to the beginning of the line and clears it. */
const clear = "\r\u001b[2K";
