import type { Issue } from "./issues";
import type { Manifest } from "./objects";

/** The manifests among data of any shape; anything else becomes an issue. */
export function readManifests(objects: readonly unknown[]): { manifests: Manifest[]; issues: Issue[] } {
  const manifests: Manifest[] = [];
  const issues: Issue[] = [];
  objects.forEach((object, index) => {
    const problems = problemsOf(object);
    for (const problem of problems) issues.push({ object: `[${index}]`, severity: "error", ...problem });
    if (problems.length === 0) manifests.push(object as Manifest);
  });
  return { manifests, issues };
}

/** Prefix of the API versions of the operator's custom resources. */
export const operatorGroup = "operator.victoriametrics.com/";

/** Whether an operator made the object from a custom resource, as happens with objects read from a cluster. */
export function isMadeByOperator({ metadata }: Manifest): boolean {
  const { ownerReferences } = metadata as { readonly ownerReferences?: readonly { readonly apiVersion?: string }[] };
  return (ownerReferences ?? []).some((owner) => owner.apiVersion?.startsWith(operatorGroup));
}

/** Whether an operator made this custom resource from another, such as the scrape object of a workload: it is derived again. */
export const isDerivedResource = (manifest: Manifest): boolean =>
  manifest.apiVersion.startsWith(operatorGroup) && isMadeByOperator(manifest);

function problemsOf(object: unknown): Pick<Issue, "path" | "message">[] {
  if (typeof object !== "object" || object === null || Array.isArray(object))
    return [{ path: "", message: "expected a manifest: an object with apiVersion, kind and metadata" }];
  const { apiVersion, kind, metadata } = object as Record<string, unknown>;
  const required: readonly (readonly [path: string, value: unknown, message: string])[] = [
    ["apiVersion", apiVersion, "is required: expected text such as v1"],
    ["kind", kind, "is required: expected text such as Secret"],
    ["metadata.name", (metadata as Record<string, unknown> | null | undefined)?.name, "is required: expected text"],
  ];
  return required.filter(([, value]) => typeof value !== "string" || value === "").map(([path, , message]) => ({ path, message }));
}
