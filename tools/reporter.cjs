// mocha has one reporter: the readable one, which in addition writes its counts and failures to the file named by MOCHA_COUNTS_FILE.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

const { EVENT_RUN_END, EVENT_TEST_FAIL } = Mocha.Runner.constants;
const linesOfMessage = 12;

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {import("mocha").Runner} runner
   * @param {import("mocha").MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {string[]} */
    const failures = [];
    runner.on(EVENT_TEST_FAIL, (test, error) => failures.push(failureText(test, error)));
    runner.once(EVENT_RUN_END, () => writeCounts(this.stats, failures));
  }
};

/**
 * @param {import("mocha").Test} test
 * @param {Error} error
 */
function failureText(test, error) {
  const message = String(error.message).split("\n").slice(0, linesOfMessage).join("\n");
  return `${test.file ?? ""}: ${test.fullTitle()}\n${message}`;
}

/**
 * @param {import("mocha").Stats} stats
 * @param {readonly string[]} failures
 */
function writeCounts({ passes, failures: failed, pending }, failures) {
  if (process.env.MOCHA_COUNTS_FILE) {
    writeFileSync(process.env.MOCHA_COUNTS_FILE, `${JSON.stringify({ passed: passes, failed, pending, failures })}\n`);
  }
}
