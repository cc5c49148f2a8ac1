/**
 * `npm run quickstart`: runs examples/quickstart as `pulumi up` would, on any machine. By default the derived manifests are written into a
 * folder; with `--cluster` they go to the cluster of the kubeconfig, with `--local-cluster` to one that is made for them.
 */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { programs as clusterPrograms } from "./local-cluster/cluster.mjs";
import { runGuarded } from "./local-cluster/guard.mjs";
import { programs as stackPrograms, upQuickstart } from "./quickstart/stack.mjs";
import { setup } from "./setup.mjs";
import { exitWith } from "./toolchain/process.mjs";

const localScript = fileURLToPath(new URL("quickstart/local.mjs", import.meta.url));
const defaultFolder = fileURLToPath(new URL("../.pulumi-victoriametrics/quickstart", import.meta.url));

/**
 * @param {{ cluster: boolean, folder?: string }} options
 * @returns {Promise<number>} the exit code
 */
async function quickstart({ cluster, folder = defaultFolder }) {
  const executables = await setup({ programs: stackPrograms });
  const tree = await upQuickstart({ folder, cluster, executables, print: (text) => process.stdout.write(text) });
  console.log(`\nWhat was derived\n\n${tree}`);
  console.log(cluster ? "It is in the cluster of your kubeconfig." : whereManifestsLie(folder));
  return 0;
}

/**
 * @param {{ keep: boolean }} options
 * @returns {Promise<number>} the exit code
 */
async function quickstartOnLocalCluster({ keep }) {
  if (process.platform === "win32") {
    throw new Error("Kubernetes' API server does not run on Windows: make a cluster with kind or k3d, and use --cluster");
  }
  const executables = await setup({ programs: [...stackPrograms, ...clusterPrograms] });
  return runGuarded(localScript, { executables, keep });
}

/** @param {string} folder */
function whereManifestsLie(folder) {
  const manifests = join(folder, "manifests");
  const count = readdirSync(manifests, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  return [
    `The ${count} manifests lie in ${relative(process.cwd(), manifests)} (values of Secrets are readable there, as in any manifest).`,
    "",
    "The same program against a cluster that is made for it on this machine, with simulated pods:",
    "  npm run quickstart -- --local-cluster",
    "against the cluster of your kubeconfig:",
    "  npm run quickstart -- --cluster",
    "or, with Pulumi installed, with a stack of your own:",
    "  pulumi stack init dev && pulumi config set --secret metricsPassword … && pulumi up",
  ].join("\n");
}

const usage = `Usage: npm run quickstart -- [--cluster | --local-cluster [--keep]] [--folder FOLDER]

Runs examples/quickstart. By default the derived manifests are written into a folder.
  --cluster        apply them to the cluster of your kubeconfig (the current context; KUBECONFIG names another file)
  --local-cluster  apply them to a cluster on this machine that is made for them and taken down at the end; its pods are simulated
  --keep           leave the local cluster running until Ctrl-C
  --folder FOLDER  where stack and manifests lie (default: .pulumi-victoriametrics/quickstart)
  --help           print this`;

const known = /** @type {const} */ ({
  help: { type: "boolean", short: "h", default: false },
  cluster: { type: "boolean", default: false },
  "local-cluster": { type: "boolean", default: false },
  keep: { type: "boolean", default: false },
  folder: { type: "string" },
});

/** The options of the command line; undefined if they are none, or if only help is asked for. */
function optionsOf() {
  try {
    const { values } = parseArgs({ options: known });
    if (!values.help) return checked(values);
    console.log(usage);
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n\n${usage}`);
    process.exitCode = 2;
  }
  return undefined;
}

/**
 * @template {{ cluster: boolean, "local-cluster": boolean, keep: boolean, folder?: string }} Values
 * @param {Values} values
 * @returns {Values}
 * @throws {Error} where options contradict each other
 */
function checked(values) {
  const isLocal = values["local-cluster"];
  if (isLocal && values.cluster) throw new Error("--cluster and --local-cluster are two clusters: give one");
  if (isLocal && values.folder !== undefined)
    throw new Error("--folder has no use with --local-cluster, which leaves no files: leave one out");
  if (values.keep && !isLocal) throw new Error("--keep has no use without --local-cluster: a cluster of your own stays by itself");
  return values;
}

const options = optionsOf();
if (options) {
  const run = options["local-cluster"] ? quickstartOnLocalCluster(options) : quickstart(options);
  run.then((code) => {
    process.exitCode = code;
  }, exitWith);
}
