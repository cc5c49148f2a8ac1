import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { table } from "../figures.mjs";
import { page } from "./page.mjs";
import { plot } from "./plot.mjs";

/** @typedef {import("../figures.mjs").Record} Record */

const placeOf = (/** @type {string} */ file) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const read = (/** @type {string} */ file) => readFileSync(placeOf(file), "utf8");

/** The file of the recorded figures. */
const figuresFile = "bench/figures.json";

/** @returns {string} */
export const packageVersion = () => JSON.parse(read("package.json")).version;

/** The figures that the documents show. @returns {Record} */
export const recorded = () => JSON.parse(read(figuresFile));

/** Writes figures into the documents. @param {Record} found */
export function record(found) {
  for (const [file, text] of Object.entries(documents(found))) writeFileSync(placeOf(file), text);
}

/**
 * The documents with figures in them.
 *
 * @param {Record} found
 * @returns {{ readonly [file: string]: string }}
 */
export function documents(found) {
  const record = rounded(found);
  return {
    [figuresFile]: `${JSON.stringify(record, undefined, 2)}\n`,
    "docs/performance.md": page(record),
    "docs/performance.svg": plot(record.growth),
    "README.md": inReadme(read("README.md"), record),
  };
}

/**
 * Figures with three decimals, so that a table made of them is the same wherever it is made.
 *
 * @param {Record} found
 * @returns {Record}
 */
const rounded = (found) =>
  JSON.parse(JSON.stringify(found, (_, value) => (typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value)));

const marks = { begin: "<!-- `npm run bench -- --record` writes this table. -->", end: "<!-- The end of the table. -->" };

/** README with its rows of the table. @param {string} readme @param {Record} record */
function inReadme(readme, { machine, remark, figures }) {
  const [before, rest = ""] = readme.split(`${marks.begin}\n`);
  const [, after] = rest.split(`${marks.end}\n`);
  if (after === undefined) throw new Error(`README.md lacks the lines ${marks.begin} and ${marks.end}`);
  const rows = table(
    figures.filter(({ isMain }) => isMain),
    { withLimits: false },
  );
  const words = `Medians of one run on ${machine.processors} with Node.js ${machine.node}; [Performance](docs/performance.md) has all figures.${remark ? ` ${remark}` : ""}`;
  return `${before}${marks.begin}\n${words}\n\n${rows}\n${marks.end}\n${after}`;
}
