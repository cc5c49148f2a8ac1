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
 */

/**
 * @param {Options} options
 * @returns {Promise<import("@pulumi/pulumi/automation").Stack>}
 */
export async function openStack({ folder, projectName, stackName, program, executables, cluster = false, env = {} }) {
  const { LocalWorkspace, PulumiCommand } = await import("@pulumi/pulumi/automation/index.js");
  const { pulumi = "", "pulumi-resource-kubernetes": plugin = "" } = executables;
  for (const part of ["project", "state", "home", ...(cluster ? [] : ["manifests"])]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName, stackName, program },
    {
      workDir: join(folder, "project"),
      pulumiCommand: await PulumiCommand.get({ root: dirname(dirname(pulumi)) }),
      envVars: {
        PULUMI_HOME: join(folder, "home"),
        PULUMI_CONFIG_PASSPHRASE: process.env.PULUMI_CONFIG_PASSPHRASE ?? "",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        // A provider that writes files refuses to know a cluster at the same time.
        ...(cluster ? {} : { KUBECONFIG: "" }),
        ...env,
      },
      projectSettings: /** @type {import("@pulumi/pulumi/automation").ProjectSettings} */ ({
        name: projectName,
        runtime: "nodejs",
        backend: { url: pathToFileURL(join(folder, "state")).href },
        plugins: { providers: [{ name: "kubernetes", path: dirname(plugin) }] },
      }),
    },
  );
  await stack.setAllConfig({
    "kubernetes:enableSecretMutable": { value: "true" },
    "kubernetes:enableConfigMapMutable": { value: "true" },
    ...(cluster ? {} : { "kubernetes:renderYamlToDirectory": { value: join(folder, "manifests") } }),
  });
  return stack;
}
