import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStack } from "../workspace.mjs";

const require = createRequire(import.meta.url);
const example = fileURLToPath(new URL("../../examples/quickstart", import.meta.url));

/** The programs that run a stack, as the toolchain calls them. */
export const programs = ["pulumi", "pulumi-resource-kubernetes"];

/**
 * @typedef {object} Options
 * @property {string} folder where stack and manifests lie
 * @property {boolean} cluster whether the objects go to the cluster of the kubeconfig; without it they are written as manifests
 * @property {Record<string, string>} executables as `setup` and `ensure` return them
 * @property {Record<string, string>} [env]
 * @property {(text: string) => void} print takes the output of Pulumi
 */

/**
 * Runs examples/quickstart as `pulumi up` would. The npm dependencies must be there.
 *
 * @param {Options} options
 * @returns {Promise<string>} the tree of its resources
 * @throws {Error} where Pulumi fails
 */
export async function upQuickstart({ folder, cluster, executables, env, print }) {
  const { CommandError } = await import("@pulumi/pulumi/automation/index.js");
  require("tsx/cjs");
  const stack = await openStack({
    folder,
    projectName: "pulumi-victoriametrics",
    stackName: cluster ? "cluster" : "manifests",
    program: async () => require(join(example, "index.ts")),
    executables,
    cluster,
    env,
  });
  if ((await stack.getAllConfig())["pulumi-victoriametrics:metricsPassword"] === undefined) {
    await stack.setConfig("pulumi-victoriametrics:metricsPassword", { value: randomBytes(12).toString("hex"), secret: true });
  }
  const color = process.stdout.isTTY ? "always" : "never";
  try {
    await stack.up({ color, onOutput: print, onError: print, diff: false, suppressProgress: true });
  } catch (error) {
    // Its message repeats all that was printed.
    throw error instanceof CommandError ? new Error("`pulumi up` failed: its output above says why") : error;
  }
  const { deployment } = await stack.exportStack();
  return treeOf(deployment.resources);
}

/** @typedef {{ urn: string, type: string, parent?: string, inputs?: { metadata?: { name?: string, namespace?: string } } }} Resource */

/**
 * The resources below the stack, each under its parent.
 *
 * @param {readonly Resource[]} resources
 */
function treeOf(resources) {
  /** @type {(parent: string | undefined, indent: string) => string} */
  const branch = (parent, indent) =>
    resources
      .filter((resource) => resource.parent === parent && !resource.type.startsWith("pulumi:providers:"))
      .map((resource) => `${indent}${labelOf(resource)}\n${branch(resource.urn, `${indent}  `)}`)
      .join("");
  return branch(resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.urn, "  ");
}

/** @param {Resource} resource */
function labelOf({ urn, type, inputs }) {
  const { name = urn.split("::").at(-1), namespace } = inputs?.metadata ?? {};
  return `${type.split(":").at(-1)} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
