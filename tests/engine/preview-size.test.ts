import { expect } from "chai";
import { brokenBy, limits } from "../../bench/preview/measure";
import { type Preview, Rehearsal } from "../../bench/preview/run";
import type { Settings } from "../../bench/preview/settings/types";
import { ordinary } from "../../bench/preview/stacks/ordinary";
import { ensure } from "../../tools/toolchain.mjs";

/** One of each kind of text: scrape jobs, rules, Alertmanager's and vmauth's configuration, and a workload. */
const names = [
  "the interval of a job",
  "the threshold of an alert",
  "the channel of a receiver",
  "a path of a user",
  "the version of the agent",
];

describe("pulumi preview --diff of a stack of ordinary size", () => {
  let rehearsal: Rehearsal<Settings>;
  const previews: Preview[] = [];
  before(async () => {
    rehearsal = await Rehearsal.create(ordinary, (await ensure(["pulumi", "pulumi-resource-kubernetes"])) as Record<string, string>);
  });
  after(() => rehearsal.remove());

  for (const name of names) {
    it(`shows ${name}, and nothing that did not change`, async () => {
      const change = ordinary.changes.find((one) => one.name === name);
      if (!change) throw new Error(`there is no change ${name}`);
      const preview = await rehearsal.preview(change);
      previews.push(preview);
      expect(brokenBy(preview.measurement), preview.text.slice(0, 10_000)).to.deep.equal([]);
    });
  }

  it(`takes at most ${limits.average} lines on average`, () => {
    expect(previews).to.have.length(names.length);
    const lines = previews.reduce((sum, { measurement }) => sum + measurement.lines, 0);
    expect(lines / previews.length).to.be.at.most(limits.average);
  });
});
