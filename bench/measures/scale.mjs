import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { median } from "../figures.mjs";
import { allTurns, comparisons } from "../scale/comparisons.mjs";

/**
 * @typedef {import("../scale/run.mjs").Measurement} Measurement
 * @typedef {import("../scale/programs.mjs").Way} Way
 *
 * @typedef {Map<Way, readonly Measurement[]>} Measurements
 */

const top = fileURLToPath(new URL("../..", import.meta.url));
const run = fileURLToPath(new URL("../scale/run.mjs", import.meta.url));

/**
 * How long previews and `pulumi up` take, each with a program that does the same with plain resources, measured by turns.
 *
 * @param {import("../bench.mjs").Options} options
 * @returns {Promise<import("../figures.mjs").Findings>}
 */
export async function scale({ size, minutes, by }) {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-scale-"));
  const end = performance.now() + minutes * 60_000;
  try {
    const task = { size, example: await bundledExample(folder), resources: join(folder, "resources.json") };
    /** @type {Measurements} */
    const measurements = new Map();
    for (const turns of allTurns) await measureByTurns(turns, end, task, measurements);
    return { figures: figuresOf(measurements, by, size) };
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
 * Measures each way once in every round: whatever else the machine does slows all of them down. A further round begins only if it will end in time.
 *
 * @param {import("../scale/comparisons.mjs").Turns} turns
 * @param {number} end
 * @param {object} task
 * @param {Measurements} measurements
 */
async function measureByTurns({ ways, rounds }, end, task, measurements) {
  let longest = 0;
  for (let round = 0; round < rounds && (round === 0 || performance.now() + longest < end); round++) {
    const start = performance.now();
    for (const way of ways) {
      const { stdout } = await promisify(execFile)(process.execPath, [run, JSON.stringify({ ...task, way })], { maxBuffer: 2 ** 26 });
      measurements.set(way, [...(measurements.get(way) ?? []), JSON.parse(stdout)]);
    }
    longest = Math.max(longest, performance.now() - start);
    console.error(`bench: scale: round ${round + 1} of ${ways.join(", ")} took ${((performance.now() - start) / 1000).toFixed(0)} s`);
  }
}

/**
 * @param {Measurements} measurements
 * @param {import("../bench.mjs").Options["by"]} by
 * @param {number} size
 * @returns {import("../figures.mjs").Figure[]}
 */
function figuresOf(measurements, by, size) {
  /** @param {Way} way @param {import("../scale/comparisons.mjs").Phase} phase */
  const value = (way, phase) => median((measurements.get(way) ?? []).map((measurement) => measurement[phase][by]));
  return comparisons.flatMap(({ way, than, other, phases }) =>
    phases.map(({ phase, title, ...rest }) => ({
      title: title(size.toLocaleString("en")),
      value: value(way, phase),
      unit: "s",
      than: { title: other(size.toLocaleString("en")), value: value(than, phase) },
      ...rest,
    })),
  );
}
