/** What progress is shown on: standard error, as a rule. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Milliseconds before anything is shown, and between one state and the next. */
const quiet = 400;
const pause = 100;

/**
 * Shows what a long run is about in one line, which is written over and in the end removed. Where nobody sits at a terminal, and in short runs,
 * nothing is shown.
 */
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

/** Back to the beginning of the line, and all of it away. */
const clear = "\r\u001b[2K";
