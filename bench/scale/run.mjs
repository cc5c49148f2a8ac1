/** Prints what a first preview, an `up` and a second preview of one program take. A process of its own, since programs start cold. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensure } from "../../tools/toolchain.mjs";
import { openStack } from "../../tools/workspace.mjs";
import { programOf } from "./programs.mjs";

/**
 * @typedef {object} Cost
 * @property {number} seconds by the clock
 * @property {number} processor seconds of all processors; 0 where the system does not tell
 *
 * @typedef {object} Measurement
 * @property {Cost} preview of a stack with nothing in it
 * @property {Cost} up
 * @property {Cost} again a preview that finds nothing to do
 * @property {number} megabytes of the state
 */

/** What examples/k8s-stack must be configured with. */
const secrets = ["grafanaPassword", "slackWebhook", "heartbeatWebhook"];

/**
 * @param {import("./programs.mjs").Task} task
 * @returns {Promise<Measurement>}
 */
async function measure(task) {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-victoriametrics-scale-"));
  try {
    const executables = /** @type {Record<string, string>} */ (await ensure(["pulumi", "pulumi-resource-kubernetes"]));
    const env = { PULUMI_CONFIG_PASSPHRASE: "bench" };
    const stack = await openStack({ folder, executables, projectName: "bench", stackName: "scale", program: programOf(task), env });
    for (const key of secrets) await stack.setConfig(`bench:${key}`, { value: "https://hooks.example.com/bench", secret: true });
    const preview = await timed(() => stack.preview());
    const up = await timed(() => stack.up());
    const again = await timed(() => stack.preview());
    const state = await stack.exportStack();
    if (task.way === "k8s-stack") recordResources(state.deployment, task.resources);
    return { preview, up, again, megabytes: JSON.stringify(state).length / 1e6 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {() => Promise<unknown>} run
 * @returns {Promise<Cost>}
 */
async function timed(run) {
  const [start, startProcessor] = [performance.now(), processorSeconds()];
  await run();
  return { seconds: (performance.now() - start) / 1000, processor: processorSeconds() - startProcessor };
}

/** Seconds of processors that this process and its ended children took. */
function processorSeconds() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return 0;
  }
}

/**
 * Writes down the components and the Kubernetes objects of a state.
 *
 * @param {any} deployment
 * @param {string} file
 */
function recordResources({ resources }, file) {
  /** @type {import("./programs.mjs").Recorded[]} */
  const recorded = resources
    .filter((/** @type {any} */ { type }) => /^(kubernetes|victoriametrics):/.test(type))
    .map((/** @type {any} */ { type, urn, parent, inputs = {} }) => {
      const written = inClear(inputs);
      const isObject = type.startsWith("kubernetes:");
      return { urn, parent, type, name: urn.split("::").at(-1), inputs: isObject ? asWritten(written) : written };
    });
  writeFileSync(file, JSON.stringify(recorded));
}

/**
 * The inputs of an object without what Pulumi adds to them.
 *
 * @param {any} inputs
 */
function asWritten({ metadata: { annotations = {}, ...metadata }, ...others }) {
  const own = Object.entries(annotations).filter(([key]) => !key.startsWith("pulumi.com/"));
  return { ...others, metadata: { ...metadata, ...(own.length > 0 && { annotations: Object.fromEntries(own) }) } };
}

/**
 * @param {any} value
 * @returns {any}
 */
function inClear(value) {
  if (Array.isArray(value)) return value.map(inClear);
  if (typeof value !== "object" || value === null) return value;
  if ("plaintext" in value) return JSON.parse(value.plaintext);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inClear(item)]));
}

measure(JSON.parse(process.argv[2] ?? "{}")).then(
  (measurement) => console.log(JSON.stringify(measurement)),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
