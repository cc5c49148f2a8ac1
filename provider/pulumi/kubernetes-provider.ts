import * as pulumi from "@pulumi/pulumi";
import { perRun } from "./per-run";
import { contentOf } from "./resolve";

/** The facts about the Kubernetes provider of a component's children. */
export interface KubernetesProvider {
  /** Namespace for objects without one. */
  readonly namespace: pulumi.Input<string> | undefined;
  /** Whether a cluster can be read; false for a provider that only writes files. */
  readonly canRead: boolean;
}

/** The provider that a component's children will use: given to it or to one of its parents, else the default one with the stack's configuration. */
export async function providerOf(component: pulumi.ComponentResource): Promise<KubernetesProvider> {
  const given = component.getProvider("kubernetes:core/v1:Secret") as (pulumi.ProviderResource & Settings) | undefined;
  const setting = given ? (key: string) => settingOf(given, key) : settingOfStack;
  const [isSecretMutable, isConfigMapMutable, folder] = await Promise.all(
    ["enableSecretMutable", "enableConfigMapMutable", "renderYamlToDirectory"].map(setting),
  );
  if (!isOn(isSecretMutable) || !isOn(isConfigMapMutable)) warnAboutReplacement(component);
  const namespace = given ? (given.namespace as pulumi.Output<string> | undefined) : new pulumi.Config("kubernetes").get("namespace");
  // Missing arguments of a new provider are unknown in its first preview.
  return { namespace, canRead: folder === undefined || pulumi.isUnknown(folder) };
}

/** A provider has its settings as Outputs. */
type Settings = Readonly<Record<string, pulumi.Output<unknown> | undefined>>;

async function settingOf(provider: Settings, key: string): Promise<unknown> {
  const output = provider[key];
  return output && contentOf(output);
}

/** The settings of the default provider: the stack's configuration, then the environment of the plugin. */
async function settingOfStack(key: string): Promise<unknown> {
  const variables: Readonly<Record<string, string>> = {
    enableSecretMutable: "PULUMI_K8S_ENABLE_SECRET_MUTABLE",
    enableConfigMapMutable: "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE",
  };
  return new pulumi.Config("kubernetes").get(key) ?? process.env[variables[key] ?? ""];
}

/** Settings of providers are text. Unknown settings count as set. */
const isOn = (value: unknown): boolean => value === true || value === "true" || pulumi.isUnknown(value);

const warned = perRun(() => ({ isSaid: false }));

/** Said once per run. */
function warnAboutReplacement(component: pulumi.ComponentResource): void {
  const warning = warned();
  if (warning.isSaid) return;
  warning.isSaid = true;
  void pulumi.log.warn(
    "the Kubernetes provider deletes and recreates a Secret or ConfigMap whenever its content changes, so it is missing for a moment: " +
      "set enableSecretMutable and enableConfigMapMutable to true on the provider, or in the stack's configuration " +
      "(pulumi config set kubernetes:enableSecretMutable true; pulumi config set kubernetes:enableConfigMapMutable true)",
    component,
  );
}
