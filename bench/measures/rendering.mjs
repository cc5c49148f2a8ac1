import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * @typedef {import("../figures.mjs").Growth} Growth
 * @typedef {import("../figures.mjs").Findings} Findings
 */

/** What 5,000 objects with 10,000 jobs may take on two cores, and how many times as long one of many objects may take as one of 500. */
const limits = { objects: 5_000, seconds: 1.2, gibibytes: 1, few: 500, growth: 1.5 };

const run = fileURLToPath(new URL("../rendering/run.mjs", import.meta.url));

/**
 * How long it takes to render scrape objects, and how much memory.
 *
 * @returns {Promise<Findings>}
 */
export async function rendering() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [run], { encoding: "utf8" });
  if (status !== 0) throw new Error(`scrape objects could not be rendered: ${stderr}`);
  /** @type {readonly Growth[]} */
  const growth = JSON.parse(stdout);
  const many = of(growth, limits.objects);
  const most = growth.at(-1) ?? many;
  const few = of(growth, limits.few);
  return {
    growth,
    figures: [
      { title: "`render` of 5,000 scrape objects", value: many.seconds, unit: "s", limit: limits.seconds, isMain: true },
      { title: "memory for it", value: many.gibibytes, unit: "GiB", limit: limits.gibibytes },
      { title: "`render` of 10,000 scrape objects", value: most.seconds, unit: "s" },
      {
        title: "time for one of 10,000 objects, in times for one of 500",
        value: perObject(most) / perObject(few),
        unit: "×",
        limit: limits.growth,
      },
    ],
  };
}

/** @param {readonly Growth[]} growth @param {number} size @returns {Growth} */
function of(growth, size) {
  const found = growth.find(({ objects }) => objects === size);
  if (!found) throw new Error(`${size} objects were not measured`);
  return found;
}

/** @param {Growth} growth */
const perObject = ({ seconds, objects }) => seconds / objects;
