import * as pulumi from "@pulumi/pulumi";

/** What a component must know about the Kubernetes provider of its children. */
export interface KubernetesProvider {
  /** Namespace for objects that do not name one. */
  readonly namespace: pulumi.Input<string> | undefined;
  /** Whether there is a cluster to read from: a provider that only writes files has none. */
  readonly canRead: boolean;
}

/** The provider that a component's children will use: given to it or to one of its parents, else the default one with the stack's configuration. */
export function providerOf(component: pulumi.ComponentResource): KubernetesProvider {
  const given = component.getProvider("kubernetes:core/v1:Secret") as (pulumi.ProviderResource & Record<string, pulumi.Output<unknown>>) | undefined;
  if (given) {
    warnAboutReplacement(component, given.enableSecretMutable !== undefined && given.enableConfigMapMutable !== undefined);
    return { namespace: given.namespace as pulumi.Output<string> | undefined, canRead: given.renderYamlToDirectory === undefined };
  }
  const config = new pulumi.Config("kubernetes");
  const isSet = (key: string, variable: string): boolean => (config.get(key) ?? process.env[variable]) === "true";
  warnAboutReplacement(
    component,
    isSet("enableSecretMutable", "PULUMI_K8S_ENABLE_SECRET_MUTABLE") && isSet("enableConfigMapMutable", "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE"),
  );
  return { namespace: config.get("namespace"), canRead: config.get("renderYamlToDirectory") === undefined };
}

const warned = new WeakSet<object>();

/** Said once per run. */
function warnAboutReplacement(component: pulumi.ComponentResource, isMutable: boolean): void {
  const stack = pulumi.runtime.getStackResource() ?? pulumi;
  if (isMutable || warned.has(stack)) return;
  warned.add(stack);
  void pulumi.log.warn(
    "the Kubernetes provider deletes a Secret or ConfigMap and makes it anew whenever its content changes, and pods are without it for a moment: " +
      "set enableSecretMutable and enableConfigMapMutable to true on the provider, or in the stack's configuration " +
      "(pulumi config set kubernetes:enableSecretMutable true; pulumi config set kubernetes:enableConfigMapMutable true)",
    component,
  );
}
