import { table } from "../figures.mjs";
import { operatorsPass } from "./operator.mjs";

/**
 * @typedef {import("../figures.mjs").Record} Record
 * @typedef {import("../figures.mjs").Growth} Growth
 */

/** The page with all figures. @param {Record} record */
export function page({ date, version, machine, remark, figures, growth }) {
  return `<!-- Made by \`npm run bench -- --record\`. Do not edit. -->
# Performance

All figures are from one run of \`npm run bench\`, on ${date} with version ${version} of the package: ${machine.processors}, ${machine.memory} of memory,
Node.js ${machine.node}. Your machine gives other times; the ratios stay about the same, since both sides of each are measured by turns. The last
column has the limits that \`npm run bench\` holds: of the ratio where the row has one.${remark ? `\n\n**${remark}**` : ""}

${table(figures)}

Times of Pulumi are medians of up to five rounds. They are for a stack in a folder and a Kubernetes provider that writes manifests, so no cluster is part
of them. Times of the command line are the shortest of five runs and include its start; all others are medians.

## Compared with plain custom resources

With the operator, a Pulumi program registers a custom resource for each scrape object, and the operator derives the configuration later. That is the
measure for the rows with plain custom resources: the same objects, registered as \`CustomResource\` of \`@pulumi/kubernetes\`. A ConfigGroup holds scrape
objects and rules as data of one component, which takes a fraction of the time, since Pulumi's engine handles each resource by itself.

\`examples/k8s-stack\` is compared with a program that registers the Kubernetes objects of its state and does nothing else. The rows after its own in
the table are for the same objects below components that derive nothing: the engine's own part for the components.

## Through the plugin

Programs in other languages than those of Node.js ask the plugin for each component, which is one more request and one more process. The row
after the plugin's in the table has the same for components that derive nothing and a plugin that changes nothing of Pulumi's SDK: the engine's and
the SDK's own part.

## Compared with the operator

${comparedWithOperator(growth)}

## From 10 to 10,000 objects

A VMAgent selects all scrape objects. Each has a selector, two endpoints with credentials from a Secret, and three relabeling rules for each endpoint.

![The time to render 10 to 10,000 scrape objects, and the time of the operator](performance.svg)

| scrape objects | time | for one object | generated YAML |
|--:|--:|--:|--:|
${growth.map(row).join("\n")}

The process renders 5,000 objects before it measures anything, since the first run is that of Node's compiler.

## Measuring it yourself

    npm run bench                     # all figures as one table, in about ten minutes
    npm run bench -- --only rendering # one of rendering, check, targets, plugin and scale
    npm run bench -- --record         # writes the figures into this page, its plot and README
`;
}

/** @param {readonly Growth[]} growth */
function comparedWithOperator(growth) {
  const { objects, fastest, slowest } = operatorsPass;
  const seconds = growth.find((one) => one.objects === objects)?.seconds ?? Number.NaN;
  const times = [fastest, slowest].map((time) => (time / seconds).toFixed(1)).join(" to ");
  return `The operator's own pass over ${thousands(objects)} scrape objects takes ${fastest.toFixed(1)} to ${slowest.toFixed(1)} s on a machine with two cores, without its client:
its requests to the API server come on top. Rendering them takes ${seconds.toFixed(2)} s here, so the operator takes ${times} times as long.`;
}

/** @param {Growth} growth */
function row({ objects, seconds, megabytes }) {
  const cells = [
    thousands(objects),
    seconds < 1 ? `${(seconds * 1_000).toFixed(0)} ms` : `${seconds.toFixed(2)} s`,
    `${((seconds / objects) * 1_000).toFixed(2)} ms`,
    `${megabytes.toFixed(megabytes < 1 ? 2 : 1)} MB`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** @param {number} count */
const thousands = (count) => count.toLocaleString("en");
