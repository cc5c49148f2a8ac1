/**
 * Two programs that do the same, and how many times as long the first may take.
 *
 * @typedef {import("./programs.mjs").Way} Way
 *
 * @typedef {"preview" | "up" | "again"} Phase a first preview, an update, and a preview that finds nothing to do
 *
 * @typedef {object} Comparison
 * @property {Way} way
 * @property {Way} than
 * @property {(size: string) => string} other title of the second program
 * @property {readonly MeasuredPhase[]} phases
 *
 * @typedef {object} MeasuredPhase
 * @property {Phase} phase
 * @property {(size: string) => string} title
 * @property {number} [limit] of the ratio; a phase without one is shown only
 * @property {boolean} [isMain] README shows it
 */

/**
 * The phases of a comparison.
 *
 * @param {(size: string) => string} title of the first program
 * @param {Readonly<Partial<Record<Phase, number>>>} limits
 * @param {readonly Phase[]} [main] phases for README
 * @returns {MeasuredPhase[]}
 */
const phases = (title, limits, main = []) =>
  /** @type {const} */ ([
    ["preview", "first preview"],
    ["up", "`pulumi up`"],
    ["again", "preview without a change"],
  ]).map(([phase, name]) => ({
    phase,
    title: (size) => `${name} of ${title(size)}`,
    limit: limits[phase],
    ...(main.includes(phase) && { isMain: true }),
  }));

/**
 * Ways that are measured by turns, with the number of rounds that their figures need at most.
 *
 * @typedef {object} Turns
 * @property {readonly Way[]} ways
 * @property {number} rounds
 */

/** @type {readonly Turns[]} */
export const allTurns = [
  { ways: ["k8s-stack", "flat", "hollow"], rounds: 5 },
  { ways: ["components", "plain", "group"], rounds: 3 },
];

const plain = (/** @type {string} */ size) => `${size} plain custom resources`;

/** @type {readonly Comparison[]} */
export const comparisons = [
  {
    way: "components",
    than: "plain",
    other: plain,
    phases: phases((size) => `${size} scrape components`, { preview: 1, up: 1.1, again: 1 }, ["preview", "up"]),
  },
  {
    way: "group",
    than: "plain",
    other: plain,
    phases: phases((size) => `a ConfigGroup of ${size} scrape objects`, { preview: 0.2, up: 0.2, again: 0.2 }, ["preview", "up"]),
  },
  {
    way: "k8s-stack",
    than: "flat",
    other: () => "its Kubernetes objects alone",
    phases: phases(() => "`examples/k8s-stack`", { preview: 1.25, again: 1.25 }, ["preview", "again"]),
  },
  {
    way: "hollow",
    than: "flat",
    other: () => "the objects alone",
    phases: phases(() => "the same objects below components without anything of their own", {}),
  },
];
