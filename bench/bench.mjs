/**
 * `npm run bench`: all figures of the package as one table. It fails where a limit is not kept. `--only NAME,…` runs some of the benches, and
 * `--record` writes what they found into the documents, which takes all of them; `--remark TEXT` adds a sentence to it. For the ratios of Pulumi,
 * `--size N` takes so many scrape objects, `--minutes N` about so much time, and `--by processor` compares the time of all processors instead of the
 * clock's, for a machine that others use too.
 */
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { setup } from "../tools/setup.mjs";
import { exitWith } from "../tools/toolchain/process.mjs";
import { step } from "../tools/toolchain/progress.mjs";
import { broken, table } from "./figures.mjs";
import { check } from "./measures/check.mjs";
import { plugin } from "./measures/plugin.mjs";
import { rendering } from "./measures/rendering.mjs";
import { scale } from "./measures/scale.mjs";
import { targets } from "./measures/targets.mjs";
import { packageVersion, record } from "./report/record.mjs";

/**
 * @typedef {import("./figures.mjs").Findings} Findings
 *
 * @typedef {object} Options
 * @property {number} size number of scrape objects for Pulumi
 * @property {number} minutes no further round of programs for Pulumi begins that would end later
 * @property {"seconds" | "processor"} by the clock's time, or that of all processors
 */

/**
 * One after the other, so that they do not slow each other down.
 *
 * @type {Readonly<Record<string, (options: Options) => Promise<Findings>>>}
 */
const benches = { rendering, check, targets, plugin, scale };

async function bench() {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      record: { type: "boolean", default: false },
      remark: { type: "string" },
      size: { type: "string", default: "1000" },
      minutes: { type: "string", default: "9" },
      by: { type: "string", default: "seconds" },
    },
  });
  const names = values.only?.split(",") ?? Object.keys(benches);
  if (values.record && values.only !== undefined) throw new Error("--record takes the figures of all benches: leave --only out");
  await setup({ programs: ["pulumi", "pulumi-resource-kubernetes"] });
  const options = { size: Number(values.size), minutes: Number(values.minutes), by: unitOf(values.by) };
  const found = await findingsOf(names, options);
  console.log(`${table(found.figures)}\n`);
  if (values.record)
    record({ date: new Date().toISOString().slice(0, 10), version: packageVersion(), machine: machine(), remark: values.remark, ...found });
  return broken(found.figures);
}

/** @param {string} name @returns {Options["by"]} */
function unitOf(name) {
  if (name !== "seconds" && name !== "processor") throw new Error(`--by ${name}: expected seconds or processor`);
  return name;
}

/** @param {readonly string[]} names @param {Options} options */
async function findingsOf(names, options) {
  /** @type {Findings[]} */
  const found = [];
  for (const name of names) {
    const measure = benches[name];
    if (!measure) throw new Error(`there is no bench ${name}: expected some of ${Object.keys(benches).join(", ")}`);
    found.push(await step(`bench: ${name}`, () => measure(options)));
  }
  return { figures: found.flatMap(({ figures }) => figures), growth: found.flatMap(({ growth = [] }) => growth) };
}

const machine = () => ({
  processors: `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.versions.node,
});

bench().then((problems) => {
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}, exitWith);
