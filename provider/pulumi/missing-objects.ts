import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Values } from "../values/values";
import type { Issue, MissingObject } from "../world/issues";
import { type Manifest, objectKey } from "../world/objects";
import { realise } from "./realise";
import { resolve } from "./resolve";

type MissingIssue = Issue & { readonly missing: MissingObject };

/** The problems of missing objects that reading them from the cluster may solve, one for each object. */
export function missingObjects(issues: readonly Issue[]): MissingIssue[] {
  const withMissing = issues.filter((issue): issue is MissingIssue => issue.missing !== undefined);
  return [...new Map(withMissing.toReversed().map((issue) => [JSON.stringify(issue.missing), issue])).values()].toReversed();
}

/** Reads an object from the cluster, under a name that tells which field asked for it. */
export async function readObject(
  component: pulumi.Resource,
  name: string,
  subject: string,
  issue: MissingIssue,
  values: Values,
): Promise<Manifest> {
  const { kind, namespace, name: object } = issue.missing;
  const parts = namespace === "" ? [object] : [namespace, object];
  const id = pulumi.all(parts.map((part) => realise(part, values))).apply((realised) => realised.join("/"));
  const owner = issue.object === subject ? "" : `${issue.object} `;
  const options: pulumi.CustomResourceOptions = { parent: component, additionalSecretOutputs: ["metadata"] };
  // One selector may ask for several Namespaces.
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
