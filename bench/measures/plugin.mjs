import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "../figures.mjs";

/**
 * @typedef {import("../figures.mjs").Figure} Figure
 * @typedef {"in-process" | "plugin"} Way
 */

const rounds = 3;
const pathOf = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const program = pathOf("tests/sdk/overhead-program.ts");

/**
 * The packages that make the components, each with its title.
 *
 * @type {readonly (Pick<Figure, "title" | "limit" | "isMain"> & { readonly folder: string })[]}
 */
const packages = [
  { folder: pathOf("."), title: "preview of 200 scrape components and their agent through the plugin", limit: 1.3, isMain: true },
  {
    folder: pathOf("bench/hollow"),
    title: "the same of components without anything of their own, through a plugin as Pulumi's SDK makes it",
  },
];

/**
 * How long a preview takes through the plugin, as programs in other languages have it, and in the program's own process.
 *
 * @returns {Promise<import("../figures.mjs").Findings>}
 */
export async function plugin() {
  return { figures: packages.map(figureOf) };
}

/** @param {typeof packages[number]} made @returns {Figure} */
function figureOf({ folder, ...figure }) {
  /** @type {Record<Way, number[]>} */
  const found = { "in-process": [], plugin: [] };
  // By turns, so that whatever else the machine does slows both down.
  for (let round = 0; round < rounds; round++) {
    found["in-process"].push(preview("in-process", folder));
    found.plugin.push(preview("plugin", folder));
  }
  return { ...figure, value: median(found.plugin), unit: "s", than: { title: "in process", value: median(found["in-process"]) } };
}

/**
 * @param {Way} way
 * @param {string} folder of the package
 * @returns {number} seconds
 */
function preview(way, folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", program, way], {
    encoding: "utf8",
    env: { ...process.env, PULUMI_VICTORIAMETRICS_PLUGIN: folder },
  });
  if (status !== 0) throw new Error(`the preview (${way}) failed: ${stderr}`);
  return Number(stdout);
}
