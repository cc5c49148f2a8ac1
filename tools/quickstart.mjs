/**
 * `npm run quickstart`: runs examples/quickstart as `pulumi up` would, on any machine. By default the derived manifests are written into a
 * folder; with `--cluster` they go to the cluster of KUBECONFIG.
 */
import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { setup } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";
import { openStack } from "./workspace.mjs";

const checkout = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/** @param {{ cluster: boolean, folder: string }} options */
async function quickstart({ cluster, folder }) {
  const executables = await setup({ programs: ["pulumi", "pulumi-resource-kubernetes"] });
  require("tsx/cjs");
  const program = async () => require(join(checkout, "examples", "quickstart", "index.ts"));
  const stack = await openStack({
    folder,
    projectName: "pulumi-victoriametrics",
    stackName: cluster ? "cluster" : "manifests",
    program,
    executables,
    cluster,
  });
  if ((await stack.getAllConfig())["pulumi-victoriametrics:metricsPassword"] === undefined) {
    await stack.setConfig("pulumi-victoriametrics:metricsPassword", { value: randomBytes(12).toString("hex"), secret: true });
  }
  const color = process.stdout.isTTY ? "always" : "never";
  const { summary } = await stack.up({ color, onOutput: (text) => process.stdout.write(text), diff: false });
  const { deployment } = await stack.exportStack();
  console.log(`\nWhat was derived\n\n${treeOf(deployment.resources)}`);
  console.log(cluster ? "It is in the cluster of KUBECONFIG." : whereManifestsLie(folder));
  return summary.result === "succeeded" ? 0 : 1;
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

/** @param {string} folder */
function whereManifestsLie(folder) {
  const manifests = join(folder, "manifests");
  const count = readdirSync(manifests, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  return [
    `The ${count} manifests lie in ${relative(process.cwd(), manifests)} (values of Secrets are readable there, as in any manifest).`,
    "",
    "The same program against a cluster:",
    "  KUBECONFIG=~/.kube/config npm run quickstart -- --cluster",
    "or, with Pulumi installed, with a stack of your own:",
    "  pulumi stack init dev && pulumi config set --secret metricsPassword … && pulumi up",
  ].join("\n");
}

const usage = `Usage: npm run quickstart -- [--cluster] [--folder FOLDER]

Runs examples/quickstart. By default the derived manifests are written into a folder.
  --cluster        apply them to the cluster of KUBECONFIG
  --folder FOLDER  where stack and manifests lie (default: .pulumi-victoriametrics/quickstart)
  --help           print this`;

/** The options of the command line; undefined if they are none, or if only help is asked for. */
function optionsOf() {
  try {
    const { values } = parseArgs({ options: known });
    if (!values.help) return values;
    console.log(usage);
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n\n${usage}`);
    process.exitCode = 2;
  }
  return undefined;
}

const known = /** @type {const} */ ({
  help: { type: "boolean", short: "h", default: false },
  cluster: { type: "boolean", default: false },
  folder: { type: "string", default: join(checkout, ".pulumi-victoriametrics", "quickstart") },
});

const options = optionsOf();
if (options) {
  quickstart(options).then((code) => {
    process.exitCode = code;
  }, exitWith);
}
