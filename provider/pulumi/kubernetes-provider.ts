import * as pulumi from "@pulumi/pulumi";
import { contentOf } from "./resolve";

/** What a component must know about the Kubernetes provider of its children. */
export interface KubernetesProvider {
  /** Namespace for objects that do not name one. */
  readonly namespace: pulumi.Input<string> | undefined;
  /** Whether there is a cluster to read from: a provider that only writes files has none. */
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
  // What a new provider is not given is unknown in its first preview.
  return { namespace, canRead: folder === undefined || pulumi.isUnknown(folder) };
}

/** A provider has its settings as Outputs. */
type Settings = Readonly<Record<string, pulumi.Output<unknown> | undefined>>;

async function settingOf(provider: Settings, key: string): Promise<unknown> {
  const output = provider[key];
  return output && contentOf(output);
}

/** What decides about the default provider: the stack's configuration, then the environment of the plugin. */
async function settingOfStack(key: string): Promise<unknown> {
  const variables: Readonly<Record<string, string>> = {
    enableSecretMutable: "PULUMI_K8S_ENABLE_SECRET_MUTABLE",
    enableConfigMapMutable: "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE",
  };
  return new pulumi.Config("kubernetes").get(key) ?? process.env[variables[key] ?? ""];
}

/** Settings of providers are text. What is not known yet counts as set. */
const isOn = (value: unknown): boolean => value === true || value === "true" || pulumi.isUnknown(value);

const warned = new WeakSet<object>();

/** Said once per run. */
function warnAboutReplacement(component: pulumi.ComponentResource): void {
  const stack = pulumi.runtime.getStackResource() ?? pulumi;
  if (warned.has(stack)) return;
  warned.add(stack);
  void pulumi.log.warn(
    "the Kubernetes provider deletes a Secret or ConfigMap and makes it anew whenever its content changes, and pods are without it for a moment: " +
      "set enableSecretMutable and enableConfigMapMutable to true on the provider, or in the stack's configuration " +
      "(pulumi config set kubernetes:enableSecretMutable true; pulumi config set kubernetes:enableConfigMapMutable true)",
    component,
  );
}
