import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { scrapes, type Taken } from "./overhead-program";

const limit = 1.5;
/** Rounds until the medians count, and until it is over. */
const rounds = { least: 3, most: 7 };

const program = join(__dirname, "overhead-program.ts");

function measure(way: "in-process" | "plugin"): Taken {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", program, way], { encoding: "utf8" });
  expect(status, stderr).to.equal(0);
  return JSON.parse(stdout) as Taken;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((left, right) => left - right)[numbers.length >> 1] ?? 0;

/**
 * How many times as long the plugin takes. Processes that run at once wait for each other where others use the processors, so there the processor
 * time tells; where nobody does, the time on the clock is less.
 */
function ratioOf(inProcess: readonly Taken[], plugin: readonly Taken[]): number {
  const ratio = (time: keyof Taken): number => median(plugin.map((taken) => taken[time])) / median(inProcess.map((taken) => taken[time]));
  return Math.min(ratio("elapsed"), ratio("processor"));
}

describe(`the preview of ${scrapes} VMServiceScrapes and one VMAgent`, () => {
  it(`takes at most ${limit} times as long through the plugin as in process`, () => {
    const [inProcess, plugin]: [Taken[], Taken[]] = [[], []];
    // By turns, so that whatever else the machine does slows both down.
    while (plugin.length < rounds.least || (plugin.length < rounds.most && ratioOf(inProcess, plugin) > limit)) {
      inProcess.push(measure("in-process"));
      plugin.push(measure("plugin"));
    }
    expect(ratioOf(inProcess, plugin), JSON.stringify({ inProcess, plugin })).to.be.at.most(limit);
  }).timeout(900_000);
});
