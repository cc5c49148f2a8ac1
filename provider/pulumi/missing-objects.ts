import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { MissingIssue } from "../assemble";
import type { Values } from "../values/values";
import { type Manifest, objectKey } from "../world/objects";
import { realise } from "./realise";
import { resolve } from "./resolve";

/** The reader of an object. */
export interface Reading {
  readonly parent: pulumi.Resource;
  /** The beginning of the name of the read resource. */
  readonly name: string;
  /** Key of the custom resource with that name; other names are added. */
  readonly subject: string;
  readonly values: Values;
}

/** Reads an object from the cluster, under a name with the field that needs it. */
export async function readObject(issue: MissingIssue, { parent, name, subject, values }: Reading): Promise<Manifest> {
  const { kind, namespace, name: object } = issue.missing;
  const parts = namespace === "" ? [object] : [namespace, object];
  const id = pulumi.all(parts.map((part) => realise(part, values))).apply((realised) => realised.join("/"));
  const owner = issue.object === subject ? "" : `${issue.object} `;
  const options: pulumi.CustomResourceOptions = { parent, additionalSecretOutputs: ["metadata"] };
  // One selector may need several Namespaces.
  const logicalName = `${name} ${owner}${issue.path}${kind === "Namespace" ? ` ${object}` : ""}`;
  const resource = kubernetes.core.v1[kind].get(logicalName, id, options) as unknown as Readonly<Record<string, unknown>>;
  const { labels } = resource.metadata as { labels?: unknown };
  const data = kind === "Secret" ? pulumi.secret(resource.data) : resource.data;
  const input = kind === "Namespace" ? { labels } : { data };
  const { value } = await resolve(input, values, objectKey({ kind, metadata: { name: object, namespace } }));
  const found = value as { readonly labels?: Record<string, string>; readonly data?: unknown };
  const metadata = { name: object, ...(namespace && { namespace }), ...(found.labels && { labels: found.labels }) };
  return { apiVersion: "v1", kind, metadata, ...("data" in found && { data: found.data }) };
}
