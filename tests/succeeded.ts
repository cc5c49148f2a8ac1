import { expect } from "chai";

/** A run that has to end well; the test fails with everything that it printed if it did not. */
export function succeeded<Run extends { readonly failed: boolean; readonly output: string }>(run: Run): Run {
  expect(run.failed, run.output).to.equal(false);
  return run;
}
