import * as pulumi from "@pulumi/pulumi";
import type { DerivedObject } from "../derived";
import { readinessReport } from "../readiness/readiness-report";
import type { Access } from "../sources/kubeconfig";
import { type LiveObject, labelSelector, readLive, readSurroundings, type WorkloadName } from "../sources/live-workload";
import { withoutSecrets } from "../values/masking";
import type { Values } from "../values/values";
import type { Manifest } from "../world/objects";
import type { ChildrenOptions } from "./child-options";
import { accessFrom } from "./cluster-access";
import { fieldManager } from "./field-manager";
import { contentOf } from "./resolve";

/** A workload of the stack that is looked for in the cluster. */
export interface Sought extends WorkloadName {
  readonly annotations: Readonly<Record<string, string>>;
  /** Undefined for a new one. */
  readonly uid?: string;
}

type Metadata = Manifest["metadata"] & { readonly uid?: string };

/**
 * The workload that a hook is about.
 *
 * @param inputs its metadata in the inputs of the resource, which may be secret
 * @param outputs the same in the outputs, where it has any
 */
export async function soughtOf(kind: string, inputs: unknown, outputs: unknown): Promise<Sought> {
  const [metadata, live] = (await Promise.all([inputs, outputs].map((one) => contentOf(pulumi.output(one))))) as [Metadata, Metadata?];
  return { kind, name: metadata.name, namespace: metadata.namespace ?? "default", annotations: metadata.annotations ?? {}, uid: live?.uid };
}

/**
 * The workload in the cluster.
 *
 * @throws Error where the cluster has another one of its name: then it is another cluster
 */
export async function find(access: Access, sought: Sought): Promise<LiveObject> {
  const live = await readLive(access, sought);
  const { uid, annotations } = live.metadata;
  const isIt = sought.uid ? uid === sought.uid : annotations?.[fieldManager] === sought.annotations[fieldManager];
  if (!isIt) throw new WrongClusterError("the kubeconfig leads to another cluster");
  return live;
}

/** Another cluster has an object of the same name. */
export class WrongClusterError extends Error {}

/** Says as an error of the resource why the pods of its workload are not ready, or else where to look. */
export async function tellReasons(sought: Sought, object: DerivedObject, { parent, values }: ChildrenOptions, urn: string): Promise<void> {
  const text = await reasons(sought, object, parent).catch((error: unknown) => unreadable(sought, object, error));
  if (text === undefined) return;
  const masked = withoutSecrets(text, await secretsIn(values));
  await pulumi.log.error(masked, new pulumi.DependencyResource(urn)).catch(() => undefined);
}

async function reasons(sought: Sought, { podFields }: DerivedObject, parent: pulumi.Resource): Promise<string | undefined> {
  const access = await accessFrom(parent);
  const live = await readSurroundings(access, sought, await find(access, sought));
  return podFields && readinessReport(live, podFields);
}

function unreadable({ kind, namespace, name }: Sought, { manifest }: DerivedObject, error: unknown): string {
  const { selector } = (manifest.spec ?? {}) as { readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> } };
  return (
    `${kind} ${namespace}/${name} is not ready, and the reason could not be read (${error instanceof Error ? error.message : String(error)}): ` +
    `look at \`kubectl --namespace ${namespace} describe pods --selector ${labelSelector(selector?.matchLabels)}\``
  );
}

/** The secrets of a component, also those that became known since its derivation. */
async function secretsIn(values: Values): Promise<string[]> {
  const contents = values.secretOrigins().map(({ known, source }) => (known ? known.value : contentOf(source as pulumi.Output<unknown>)));
  const settled = await Promise.allSettled(contents);
  return settled.flatMap((result) => (result.status === "fulfilled" && result.value !== undefined ? [String(result.value)] : []));
}
