/**
 * Two programs that do the same, and how many times as long the first may take.
 *
 * @typedef {import("./programs.mjs").Way} Way
 *
 * @typedef {object} Comparison
 * @property {string} title
 * @property {Way} way
 * @property {Way} than
 * @property {readonly [phase: "preview" | "up" | "again", limit: number | undefined][]} phases a phase without a limit is shown only
 */

/** @type {readonly Comparison[]} */
export const comparisons = [
  {
    title: "a component for each scrape object, to a plain custom resource for each",
    way: "components",
    than: "plain",
    phases: [
      ["preview", 1],
      ["up", 1.1],
      ["again", 1],
    ],
  },
  {
    title: "a ConfigGroup with the scrape objects, to a plain custom resource for each",
    way: "group",
    than: "plain",
    phases: [
      ["preview", 0.2],
      ["up", 0.2],
      ["again", 0.2],
    ],
  },
  {
    title: 'a ConfigGroup with `components: "all"`, to a plain custom resource for each',
    way: "group-components",
    than: "plain",
    phases: [
      ["preview", undefined],
      ["up", undefined],
      ["again", undefined],
    ],
  },
  {
    title: "examples/k8s-stack, to the same Kubernetes objects and nothing else",
    way: "k8s-stack",
    than: "flat",
    phases: [
      ["preview", 1.25],
      ["up", undefined],
      ["again", 1.25],
    ],
  },
];

/** What the phases of a run are called. */
export const phaseNames = { preview: "first preview", up: "up", again: "preview with nothing to do" };
