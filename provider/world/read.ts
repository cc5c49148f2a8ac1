import { unfinishedValue } from "../text/unfinished";
import type { Issue } from "./issues";
import { groupOf, type Manifest, ownGroup } from "./objects";

/** The manifests among data of any shape; anything else becomes an issue. */
export function readManifests(objects: readonly unknown[]): { manifests: Manifest[]; issues: Issue[] } {
  const manifests: Manifest[] = [];
  const issues: Issue[] = [];
  for (const [index, object] of objects.entries()) {
    const stray = strayFile(object);
    if (stray) issues.push({ object: `[${index}]`, path: "", message: stray, severity: "warning" });
    if (stray) continue;
    const problems = problemsOf(object);
    for (const problem of problems) issues.push({ object: `[${index}]`, severity: "error", ...problem });
    if (problems.length === 0) manifests.push(object as Manifest);
  }
  return { manifests, issues };
}

/** Prefix of the API versions of the operator's custom resources. */
export const operatorGroup = "operator.victoriametrics.com/";

/** Whether an object has the group of a custom resource that something can be derived from. */
export const isCustomResource = ({ apiVersion }: Pick<Manifest, "apiVersion">): boolean =>
  apiVersion.startsWith(operatorGroup) || groupOf(apiVersion) === ownGroup;

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
  return required
    .filter(([, value]) => typeof value !== "string" || value === "")
    .map(([path, value, message]) => {
      const found = unfinishedValue(value);
      return { path, message: found ? `${found.marker} is ${found.remedy}` : message };
    });
}

/** Lists of a kustomization by which one without `apiVersion` and `kind` is known. */
const ofKustomization = ["bases", "components", "configMapGenerator", "namePrefix", "patches", "patchesStrategicMerge", "resources"];

/** Files that lie among manifests without being one: what they are, and what to do with them. */
function strayFile(object: unknown): string | undefined {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return undefined;
  const { apiVersion, kind } = object as Record<string, unknown>;
  const isNameless = apiVersion === undefined && kind === undefined;
  if (String(apiVersion).startsWith("kustomize.config.k8s.io/") || (isNameless && ofKustomization.some((field) => field in object)))
    return "is a kustomization and no manifest: it is passed over; build it first (kustomize build) and give what comes out";
  if (apiVersion === "v2" && kind === undefined && "name" in object && "version" in object)
    return "is the description of a Helm chart and no manifest: it is passed over; render the chart first (helm template)";
  return undefined;
}
