/**
 * `npm run bench:scale`: how long previews and `pulumi up` take, each as a ratio to a program that registers plain resources, measured by turns in
 * one run. It fails where a limit is not kept. `--size N` takes so many scrape objects, `--rounds N` so many turns, `--by processor` compares the
 * time of all processors instead of the clock's, for a machine that others use as well.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { build } from "esbuild";
import { setup } from "../tools/setup.mjs";
import { runBench } from "./run-bench.mjs";
import { comparisons, phaseNames } from "./scale/comparisons.mjs";

/**
 * @typedef {import("./scale/run.mjs").Measurement} Measurement
 * @typedef {import("./scale/programs.mjs").Way} Way
 */

const top = fileURLToPath(new URL("..", import.meta.url));
const run = fileURLToPath(new URL("scale/run.mjs", import.meta.url));

async function bench() {
  const { values } = parseArgs({
    options: { size: { type: "string" }, rounds: { type: "string" }, by: { type: "string" }, only: { type: "string" } },
  });
  const [size, rounds] = [Number(values.size ?? 1_000), Number(values.rounds ?? 3)];
  const unit = values.by === "processor" ? "processor" : "seconds";
  await setup();
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-scale-"));
  try {
    const task = { size, example: await bundledExample(folder), objects: join(folder, "objects.json") };
    const wanted = comparisons.filter(({ way }) => values.only === undefined || values.only.split(",").includes(way));
    const measurements = await measureAll(wanted, rounds, task);
    return print(wanted, measurements, { unit, size, rounds });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The example as one file, since a compiler in the program would count for it.
 *
 * @param {string} folder
 */
async function bundledExample(folder) {
  const outfile = join(folder, "example.cjs");
  const entry = join(top, "examples", "k8s-stack", "index.ts");
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", plugins: [inPlace], logLevel: "error" });
  return outfile;
}

/**
 * Packages are loaded from where they are, those of the example among them; it finds its rules and dashboards beside itself.
 *
 * @type {import("esbuild").Plugin}
 */
const inPlace = {
  name: "in-place",
  setup({ onResolve, onLoad }) {
    const require = createRequire(import.meta.url);
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: require.resolve(path), external: true },
    );
    onLoad({ filter: /examples\/k8s-stack\/\w[\w-]*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("__dirname", JSON.stringify(dirname(path))),
      loader: "ts",
    }));
  },
};

/**
 * Measures each way once in every round: whatever else the machine does slows all of them down.
 *
 * @param {typeof comparisons} wanted
 * @param {number} rounds
 * @param {object} task
 */
async function measureAll(wanted, rounds, task) {
  /** @type {Map<Way, Measurement[]>} */
  const measurements = new Map(wanted.flatMap(({ way, than }) => [way, than]).map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [way, found] of measurements) {
      const { stdout } = await promisify(execFile)(process.execPath, [run, JSON.stringify({ ...task, way })], { maxBuffer: 2 ** 26 });
      found.push(JSON.parse(stdout));
    }
  }
  return measurements;
}

/**
 * Prints a table, and says which limits are not kept.
 *
 * @param {typeof comparisons} wanted
 * @param {Map<Way, Measurement[]>} measurements
 * @param {{ unit: "seconds" | "processor", size: number, rounds: number }} options
 */
function print(wanted, measurements, { unit, size, rounds }) {
  /** @param {Way} way @param {keyof typeof phaseNames} phase */
  const median = (way, phase) => middle((measurements.get(way) ?? []).map((measurement) => measurement[phase][unit]));
  const processors = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}`;
  console.log(
    `${size} scrape objects, medians of ${rounds} rounds, ${unit === "seconds" ? "by the clock" : "time of all processors"}; ${processors}\n`,
  );
  console.log("| compared | phase | takes | instead of | ratio | at most |\n|---|---|--:|--:|--:|--:|");
  return wanted.flatMap(({ title, way, than, phases }) =>
    phases.flatMap(([phase, limit]) => {
      const [takes, instead] = [median(way, phase), median(than, phase)];
      const ratio = takes / instead;
      const cells = [title, phaseNames[phase], `${takes.toFixed(2)} s`, `${instead.toFixed(2)} s`, ratio.toFixed(2), limit ?? "–"];
      console.log(`| ${cells.join(" | ")} |`);
      return limit !== undefined && ratio > limit
        ? [`${title}: ${phaseNames[phase]} takes ${ratio.toFixed(2)} times as long, not ${limit}`]
        : [];
    }),
  );
}

/** @param {readonly number[]} numbers */
const middle = (numbers) => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? Number.NaN;

runBench(bench);
