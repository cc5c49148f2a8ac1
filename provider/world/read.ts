import type { Issue } from "./issues";
import type { Manifest } from "./objects";

/** The manifests among data of any shape; what is no manifest becomes an issue. */
export function readManifests(objects: readonly unknown[]): { manifests: Manifest[]; issues: Issue[] } {
  const manifests: Manifest[] = [];
  const issues: Issue[] = [];
  objects.forEach((object, index) => {
    const problem = problemOf(object);
    if (problem) issues.push({ object: `[${index}]`, severity: "error", ...problem });
    else manifests.push(object as Manifest);
  });
  return { manifests, issues };
}

/** Prefix of the API versions of the operator's custom resources. */
export const operatorGroup = "operator.victoriametrics.com/";

/** Whether an operator made the object of a custom resource; so it is where the object was read from a cluster. */
export function isMadeByOperator({ metadata }: Manifest): boolean {
  const { ownerReferences } = metadata as { readonly ownerReferences?: readonly { readonly apiVersion?: string }[] };
  return (ownerReferences ?? []).some((owner) => owner.apiVersion?.startsWith(operatorGroup));
}

/** Whether it is a custom resource that an operator made of another, as the scrape objects of its workloads: it is derived anew. */
export const isDerivedResource = (manifest: Manifest): boolean =>
  manifest.apiVersion.startsWith(operatorGroup) && isMadeByOperator(manifest);

function problemOf(object: unknown): { path: string; message: string } | undefined {
  if (typeof object !== "object" || object === null)
    return { path: "", message: "expected a manifest: an object with apiVersion, kind and metadata" };
  const { apiVersion, kind, metadata } = object as Record<string, unknown>;
  if (typeof apiVersion !== "string" || apiVersion === "") return { path: "apiVersion", message: "is required: expected text such as v1" };
  if (typeof kind !== "string" || kind === "") return { path: "kind", message: "is required: expected text such as Secret" };
  const name = (metadata as Record<string, unknown> | undefined)?.name;
  if (typeof name !== "string" || name === "") return { path: "metadata.name", message: "is required: expected text" };
  return undefined;
}
