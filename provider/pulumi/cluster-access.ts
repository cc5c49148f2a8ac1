import * as pulumi from "@pulumi/pulumi";
import { type Access, accessOf, type ClusterChoice } from "../sources/kubeconfig";
import { contentOf } from "./resolve";

type Settings = Readonly<Record<string, unknown>>;

/**
 * The cluster of a component's children: that of the Kubernetes provider given to it or to one of its parents, else that of the stack's
 * configuration. The engine is asked for the provider's settings, since a plugin has only its name.
 *
 * @throws Error while they are not known yet, as in the preview of a program that makes the cluster
 */
async function clusterOf(component: pulumi.Resource): Promise<ClusterChoice> {
  const provider = component.getProvider("kubernetes:core/v1:Secret");
  const settings = provider ? await settingsOf(provider) : settingsOfStack();
  if (pulumi.containsUnknowns(settings)) throw new Error("the settings of the Kubernetes provider are not known yet");
  const text = (key: string): string | undefined => (typeof settings[key] === "string" && settings[key] ? settings[key] : undefined);
  return { kubeconfig: text("kubeconfig"), context: text("context"), cluster: text("cluster") };
}

async function settingsOf(provider: pulumi.ProviderResource): Promise<Settings> {
  const urn = await contentOf(provider.urn);
  const { state } = (await pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn })) as { readonly state: Settings };
  return state;
}

function settingsOfStack(): Settings {
  const config = new pulumi.Config("kubernetes");
  return { kubeconfig: config.get("kubeconfig"), context: config.get("context"), cluster: config.get("cluster") };
}

/** An access, and when it was first asked for, in milliseconds. */
interface Entry {
  readonly access: Promise<Access>;
  readonly since: number;
}

/** The accesses by the settings of their clusters. Credentials are good for minutes at least. */
const accesses = new Map<string, Entry>();
const milliseconds = 60_000;

/**
 * The access to the cluster of a component's children. It is shared by all components for a minute: a program that fetches credentials may take a
 * second.
 */
export async function accessFrom(component: pulumi.Resource): Promise<Access> {
  const choice = await clusterOf(component);
  const key = JSON.stringify([choice, process.env.KUBECONFIG]);
  const found = accesses.get(key);
  if (found && Date.now() - found.since < milliseconds) return found.access;
  const access = accessOf(choice);
  accesses.set(key, { access, since: Date.now() });
  access.catch(() => accesses.delete(key));
  return access;
}
