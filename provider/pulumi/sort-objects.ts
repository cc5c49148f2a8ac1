import { kindsTable } from "../kinds";
import { clusterKindsOf } from "../world/cluster-kinds";
import type { GroupObject } from "./group-objects";
import { withNamespace } from "./pass-through";
import type { Resolved } from "./resolve";

/** The custom resources for derivation, and the other objects, each with a namespace if its kind has one. */
export function sortObjects(
  given: readonly GroupObject[],
  namespace: Resolved,
): { readonly custom: readonly GroupObject[]; readonly others: readonly GroupObject[] } {
  const isClusterKind = clusterKindsOf(given.map(({ manifest }) => manifest));
  const objects = given.map((object): GroupObject => {
    const manifest = withNamespace(object, object.release ?? String(namespace.value ?? "default"), isClusterKind);
    const isMoved = manifest.metadata.namespace !== object.manifest.metadata.namespace;
    return { ...object, manifest, dependencies: [...object.dependencies, ...(isMoved ? namespace.dependencies : [])] };
  });
  const isCustom = ({ manifest: { apiVersion, kind } }: GroupObject): boolean =>
    apiVersion.startsWith("operator.victoriametrics.com/") && !kindsTable.foreign.has(kind);
  return { custom: objects.filter(isCustom), others: objects.filter((object) => !isCustom(object)) };
}
