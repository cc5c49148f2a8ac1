/** @typedef {(line: string) => void} Log */

const heartbeat = 60_000;
const liveInterval = 1_000;
const clearLine = "\r\u001b[K";

/** @type {Log} */
const toStandardError = (line) => void process.stderr.write(`${line}\n`);

/** @param {Log} [log] */
export const logOf = (log) => log ?? toStandardError;

/**
 * Tells that a step has begun, that it is still going on, and how long it took. A step that fails ends silently: its caller has the
 * sentence that says what that means.
 *
 * @template Result
 * @param {string} title
 * @param {() => Promise<Result>} work
 * @param {Log} [log] without it the lines go to standard error, on a terminal as one line that ticks
 * @returns {Promise<Result>}
 */
export async function step(title, work, log) {
  const display = log === undefined && process.stderr.isTTY ? liveDisplay(title) : lineDisplay(title, logOf(log));
  const started = Date.now();
  const elapsed = () => formatElapsed(Date.now() - started);
  display.start();
  const timer = setInterval(() => display.tick(elapsed()), display.interval);
  try {
    const result = await work();
    display.done(elapsed());
    return result;
  } catch (error) {
    display.failed();
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** @param {string} title */
function liveDisplay(title) {
  /** @param {string} text */
  const show = (text) => process.stderr.write(clearLine + text);
  // A line that wraps can't be cleared.
  const room = (/** @type {string} */ text) => title.slice(0, Math.max(0, (process.stderr.columns ?? 80) - text.length - 4));
  return {
    interval: liveInterval,
    start: () => show(`${room("")} …`),
    /** @param {string} elapsed */
    tick: (elapsed) => show(`${room(elapsed)} … ${elapsed}`),
    /** @param {string} elapsed */
    done: (elapsed) => show(`${title} … done in ${elapsed}\n`),
    failed: () => show(""),
  };
}

/**
 * @param {string} title
 * @param {Log} log
 */
function lineDisplay(title, log) {
  return {
    interval: heartbeat,
    start: () => log(`${title} …`),
    /** @param {string} elapsed */
    tick: (elapsed) => log(`${title} … still going on after ${elapsed}`),
    /** @param {string} elapsed */
    done: (elapsed) => log(`${title} … done in ${elapsed}`),
    failed: () => undefined,
  };
}

/**
 * @param {number} milliseconds
 * @returns {string} for example `5m 12s`
 */
function formatElapsed(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds}s` : `${minutes}m ${String(seconds % 60).padStart(2, "0")}s`;
}
