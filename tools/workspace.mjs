/**
 * A stack of an inline program, with a file backend and a Pulumi home of its own below one folder, run by the toolchain's pulumi and Kubernetes
 * plugin.
 */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Options
 * @property {string} folder holds the state, the plugins' home and, without a cluster, the manifests
 * @property {string} projectName
 * @property {string} stackName
 * @property {import("@pulumi/pulumi/automation").PulumiFn} program
 * @property {Record<string, string | undefined>} executables as `setup` and `ensure` return them
 * @property {boolean} [cluster] use the cluster of KUBECONFIG; without it the Kubernetes provider writes manifests into a folder
 * @property {Record<string, string>} [env]
 * @property {readonly Plugin[]} [plugins] resource plugins beside that of Kubernetes
 *
 * @typedef {object} Plugin
 * @property {string} name
 * @property {string} path folder of its executable
 *
 * @typedef {Pick<Options, "folder" | "executables" | "cluster" | "plugins">} Place
 */

/**
 * @param {Options} options
 * @returns {Promise<import("@pulumi/pulumi/automation").Stack>}
 */
export async function openStack({ projectName, stackName, program, env = {}, ...place }) {
  const { LocalWorkspace, PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName, stackName, program },
    {
      workDir: projectFolder(place),
      pulumiCommand: await PulumiCommand.get({ root: dirname(dirname(place.executables.pulumi ?? "")) }),
      envVars: { ...environmentOf(place), ...env },
      projectSettings: /** @type {import("@pulumi/pulumi/automation").ProjectSettings} */ ({
        name: projectName,
        runtime: "nodejs",
        backend: { url: backendOf(place) },
        plugins: { providers: pluginsOf(place) },
      }),
    },
  );
  await stack.setAllConfig(Object.fromEntries(Object.entries(configurationOf(place)).map(([key, value]) => [key, { value }])));
  return stack;
}

/** @param {Place} place */
export const projectFolder = ({ folder }) => made(join(folder, "project"));

/**
 * Pulumi writes the second file that it keeps beside each file of the backend in place, and cannot read it again if it is killed just then; nothing
 * needs these files.
 *
 * @param {Place} place
 */
export const backendOf = ({ folder }) => `${pathToFileURL(made(join(folder, "state"))).href}?metadata=skip`;

/**
 * @param {Place} place
 * @returns {readonly Plugin[]}
 */
export const pluginsOf = ({ executables, plugins = [] }) => [
  { name: "kubernetes", path: dirname(executables["pulumi-resource-kubernetes"] ?? "") },
  ...plugins,
];

/**
 * @param {Place} place
 * @returns {Record<string, string>} what the command line needs in its environment
 */
export const environmentOf = ({ cluster = false, ...place }) => ({
  PULUMI_HOME: made(join(place.folder, "home")),
  PULUMI_BACKEND_URL: backendOf(place), // the user's own would come before the project's
  PULUMI_CONFIG_PASSPHRASE: process.env.PULUMI_CONFIG_PASSPHRASE ?? "",
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  // A provider that writes files refuses to know a cluster at the same time.
  ...(cluster ? {} : { KUBECONFIG: "" }),
});

/**
 * @param {Place} place
 * @returns {Record<string, string>} the configuration that every stack has
 */
export const configurationOf = ({ folder, cluster = false }) => ({
  "kubernetes:enableSecretMutable": "true",
  "kubernetes:enableConfigMapMutable": "true",
  ...(cluster ? {} : { "kubernetes:renderYamlToDirectory": made(join(folder, "manifests")) }),
});

/** @param {string} folder */
function made(folder) {
  mkdirSync(folder, { recursive: true });
  return folder;
}
