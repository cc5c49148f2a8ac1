import { operatorsPass } from "./operator.mjs";

/**
 * @typedef {import("../figures.mjs").Growth} Growth
 *
 * @typedef {readonly [objects: number, seconds: number]} Point
 *
 * @typedef {object} Axes the axes of the picture, both by powers of ten
 * @property {(objects: number) => number} x
 * @property {(seconds: number) => number} y
 * @property {readonly number[]} objects the powers of ten on the axis
 * @property {readonly number[]} seconds
 */

const size = { width: 760, height: 440 };
/** The grid, with room for the first point's label at its left. */
const grid = { left: 70, first: 122, right: 730, top: 40, bottom: 380 };

/** Colours that are readable on white and on black. */
const colours = { text: "#7d8590", line: "#2f81f7", operator: "#d9730d" };

/** The time to render scrape objects as a picture, beside the operator's. @param {readonly Growth[]} growth */
export function plot(growth) {
  /** @type {Point[]} */
  const points = growth.map(({ objects, seconds }) => [objects, seconds]);
  const proportion = inProportion(points);
  const axes = axesOf([...points, ...proportion, [operatorsPass.objects, operatorsPass.slowest]]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="system-ui, sans-serif" font-size="13" role="img">
<title>The time to render 10 to 10,000 scrape objects</title>
${[...axes.objects.map((objects) => column(objects, axes)), ...axes.seconds.map((seconds) => level(seconds, axes))].join("\n")}
${text(grid.left, grid.top - 18, "time", { anchor: "middle" })}
${text((grid.left + grid.right) / 2, size.height - 14, "scrape objects", { anchor: "middle" })}
${path(placed(proportion, axes), `stroke="${colours.text}" stroke-dasharray="4 5"`)}
${text(axes.x(30) + 6, axes.y(30 * perObject(proportion)) + 20, "in proportion to the objects")}
${path(placed(points, axes), `stroke="${colours.line}" stroke-width="2.5"`)}
${points.map((one) => point(one, axes)).join("\n")}
${text(axes.x(5_000), axes.y(5_000 * perObject(proportion)) + 34, "this package", { anchor: "middle", colour: colours.line })}
${operator(axes)}
</svg>
`;
}

/** The line on which each object takes as long as one of 1,000. @param {readonly Point[]} points @returns {Point[]} */
function inProportion(points) {
  const middle = points.filter(([objects]) => objects === 1_000);
  return [points[0], points.at(-1)].flatMap((end) => (end ? [[end[0], end[0] * perObject(middle)]] : []));
}

/** @param {readonly Point[]} points */
const perObject = ([point]) => (point ? point[1] / point[0] : Number.NaN);

/** @param {readonly Point[]} points @returns {Axes} */
function axesOf(points) {
  const objects = powers(points.map(([count]) => count));
  const seconds = powers(points.map(([, time]) => time));
  return { objects, seconds, x: axis(objects, grid.first, grid.right), y: axis(seconds, grid.bottom, grid.top) };
}

/** The powers of ten around numbers. @param {readonly number[]} numbers */
function powers(numbers) {
  const logarithms = numbers.map(Math.log10);
  const [low, high] = [Math.floor(Math.min(...logarithms)), Math.ceil(Math.max(...logarithms))];
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
}

/**
 * The place of a value on an axis.
 *
 * @param {readonly number[]} ticks
 * @param {number} start
 * @param {number} end
 */
function axis(ticks, start, end) {
  const [low, high] = [Math.log10(ticks[0] ?? 1), Math.log10(ticks.at(-1) ?? 10)];
  return (/** @type {number} */ value) => start + ((Math.log10(value) - low) / (high - low)) * (end - start);
}

/** @param {number} objects @param {Axes} axes */
const column = (objects, { x }) =>
  `${rule([x(objects), grid.top], [x(objects), grid.bottom])}\n${text(x(objects), grid.bottom + 22, objects.toLocaleString("en"), { anchor: "middle" })}`;

/** @param {number} seconds @param {Axes} axes */
const level = (seconds, { y }) =>
  `${rule([grid.left, y(seconds)], [grid.right, y(seconds)])}\n${text(grid.left - 10, y(seconds) + 4, written(seconds), { anchor: "end" })}`;

/** A line of the grid. @param {...(readonly [x: number, y: number])} ends */
const rule = (...ends) => path(ends, `stroke="${colours.text}" stroke-opacity="0.3"`);

/** @param {readonly Point[]} points @param {Axes} axes @returns {[x: number, y: number][]} */
const placed = (points, { x, y }) => points.map(([objects, seconds]) => [x(objects), y(seconds)]);

/** @param {readonly (readonly [x: number, y: number])[]} places @param {string} style */
const path = (places, style) => `<path d="M${places.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L")}" fill="none" ${style}/>`;

/** A point with its time. @param {Point} point @param {Axes} axes */
function point([objects, seconds], { x, y }) {
  const circle = `<circle cx="${tenth(x(objects))}" cy="${tenth(y(seconds))}" r="4.5" fill="${colours.line}"/>`;
  return `${circle}\n${text(x(objects) - 8, y(seconds) - 9, written(seconds), { anchor: "end", colour: colours.line })}`;
}

/** The range of the operator's times. @param {Axes} axes */
function operator({ x, y }) {
  const { objects, fastest, slowest } = operatorsPass;
  const words = `the operator's own pass: ${fastest.toFixed(1)} to ${slowest.toFixed(1)} s`;
  const range = path(
    [
      [x(objects), y(fastest)],
      [x(objects), y(slowest)],
    ],
    `stroke="${colours.operator}" stroke-width="8" stroke-linecap="round"`,
  );
  return `${range}\n${text(x(objects) - 14, y(Math.sqrt(fastest * slowest)) + 4, words, { anchor: "end", colour: colours.operator })}`;
}

/** @type {(x: number, y: number, words: string, options?: { anchor?: string, colour?: string }) => string} */
const text = (x, y, words, { anchor = "start", colour = colours.text } = {}) =>
  `<text x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`;

/** @param {number} number */
const tenth = (number) => String(Math.round(number * 10) / 10);

/** @param {number} seconds */
const written = (seconds) => (seconds < 1 ? `${Number((seconds * 1_000).toPrecision(2))} ms` : `${Number(seconds.toPrecision(3))} s`);
