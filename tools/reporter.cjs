// mocha has one reporter: the readable one, which in addition writes its counts to the file named by MOCHA_COUNTS_FILE.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {import("mocha").Runner} runner
   * @param {import("mocha").MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => writeCounts(this.stats));
  }
};

/** @param {import("mocha").Stats} stats */
function writeCounts({ passes, failures, pending }) {
  if (process.env.MOCHA_COUNTS_FILE) {
    writeFileSync(process.env.MOCHA_COUNTS_FILE, `${JSON.stringify({ passed: passes, failed: failures, pending })}\n`);
  }
}
