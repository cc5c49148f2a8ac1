/**
 * What benches find.
 *
 * @typedef {object} Figure
 * @property {string} title of the measured work
 * @property {number} value
 * @property {Unit} unit
 * @property {Other} [than] the same work without the package, or in another way
 * @property {number} [limit] of the ratio to the other work if there is one, else of the value
 * @property {boolean} [isMain] README shows it
 *
 * @typedef {"s" | "GiB" | "×"} Unit
 *
 * @typedef {object} Other
 * @property {string} title
 * @property {number} value in the unit of the figure
 *
 * @typedef {object} Growth what it takes to render a number of scrape objects
 * @property {number} objects
 * @property {number} seconds
 * @property {number} gibibytes the most memory of the process until then
 * @property {number} megabytes of generated YAML
 *
 * @typedef {object} Findings
 * @property {readonly Figure[]} figures
 * @property {readonly Growth[]} [growth]
 *
 * @typedef {object} Machine
 * @property {string} processors
 * @property {string} memory
 * @property {string} node version of Node.js
 *
 * @typedef {object} Record all figures of one run
 * @property {string} date
 * @property {string} version of the package
 * @property {Machine} machine
 * @property {string} [remark] a sentence about the run for readers of the documents
 * @property {readonly Figure[]} figures
 * @property {readonly Growth[]} growth
 */

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** @param {Figure} figure */
const ratioOf = ({ value, than }) => (than ? value / than.value : undefined);

/**
 * The columns of a table of figures.
 *
 * @type {readonly { readonly title: string, readonly rule: string, cell(figure: Figure): string }[]}
 */
const columns = [
  { title: "figure", rule: "---", cell: ({ title }) => title },
  { title: "measured", rule: "--:", cell: ({ value, unit }) => amount(value, unit) },
  { title: "compared with", rule: "---", cell: ({ than, unit }) => (than ? `${than.title}: ${amount(than.value, unit)}` : "") },
  { title: "ratio", rule: "--:", cell: (figure) => ratioOf(figure)?.toFixed(2) ?? "" },
  {
    title: "at most",
    rule: "--:",
    cell: ({ limit, than, unit }) => (limit === undefined ? "" : than ? String(limit) : amount(limit, unit)),
  },
];

/**
 * The figures as a table of Markdown.
 *
 * @param {readonly Figure[]} figures
 * @param {{ readonly withLimits?: boolean }} [options] whether it shows the limits, for those who develop the package; it does unless told otherwise
 */
export function table(figures, { withLimits = true } = {}) {
  const shown = withLimits ? columns : columns.slice(0, -1);
  /** @param {readonly string[]} cells */
  const line = (cells) => `|${cells.map((cell) => (cell === "" ? " |" : ` ${cell} |`)).join("")}`;
  return [
    line(shown.map(({ title }) => title)),
    `|${shown.map(({ rule }) => rule).join("|")}|`,
    ...figures.map((figure) => line(shown.map(({ cell }) => cell(figure)))),
  ].join("\n");
}

/** @param {number} value @param {Unit} unit */
const amount = (value, unit) => `${value.toFixed(2)} ${unit}`;

/** The limits that are not kept. @param {readonly Figure[]} figures */
export function broken(figures) {
  return figures.flatMap((figure) => {
    const { title, value, unit, than, limit = Number.POSITIVE_INFINITY } = figure;
    const ratio = ratioOf(figure);
    if ((ratio ?? value) <= limit) return [];
    return than
      ? [`${title}: ${ratio?.toFixed(2)} times ${than.title}, not ${limit}`]
      : [`${title}: ${amount(value, unit)}, not ${amount(limit, unit)}`];
  });
}
