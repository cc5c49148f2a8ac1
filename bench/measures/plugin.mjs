import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "../figures.mjs";

const limit = 1.3;
const rounds = 3;
const program = fileURLToPath(new URL("../../tests/sdk/overhead-program.ts", import.meta.url));

/**
 * How long a preview takes through the plugin, as programs in other languages have it, and in the program's own process.
 *
 * @returns {Promise<import("../figures.mjs").Findings>}
 */
export async function plugin() {
  /** @type {Record<"in-process" | "plugin", number[]>} */
  const found = { "in-process": [], plugin: [] };
  // By turns, so that whatever else the machine does slows both down.
  for (let round = 0; round < rounds; round++) {
    found["in-process"].push(preview("in-process"));
    found.plugin.push(preview("plugin"));
  }
  const than = { title: "in process", value: median(found["in-process"]) };
  const title = "preview of 200 scrape components and their agent through the plugin";
  return { figures: [{ title, value: median(found.plugin), unit: "s", than, limit, isMain: true }] };
}

/**
 * @param {"in-process" | "plugin"} way
 * @returns {number} seconds
 */
function preview(way) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", program, way], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the preview (${way}) failed: ${stderr}`);
  return Number(stdout);
}
