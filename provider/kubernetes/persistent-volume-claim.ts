import type { z } from "zod";
import type { DerivedObject } from "../derived";
import type { embeddedMetadata } from "../schema/metadata";
import { quantityValue } from "../text/quantity";
import type { Values } from "../values/values";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import { isFilled } from "../workload/labels";
import type { PersistentVolumeClaimSpec, Plain } from "../workload/plain";
import { metadataOf, type Workload } from "../workload/workload";

interface Claim {
  readonly storage: PersistentVolumeClaimSpec;
  readonly storageMetadata?: Plain<z.output<typeof embeddedMetadata>>;
  readonly removePvcAfterDelete?: boolean;
}

/** Whether a claim has a storage size; an unknown size counts as one. */
export function asksForStorage(storage: PersistentVolumeClaimSpec | undefined, values: Values): boolean {
  const size = storage?.resources?.requests?.storage;
  return size !== undefined && (values.check(String(size), (text) => quantityValue(String(text)) !== 0n) ?? true);
}

/** The claim of a workload with one pod. It outlives the component unless the user wants its deletion. */
export function persistentVolumeClaim(
  workload: Workload,
  { storage, storageMetadata, removePvcAfterDelete = false }: Claim,
): DerivedObject {
  const { name, namespace, labels, annotations } = metadataOf(workload);
  const allAnnotations = { ...annotations, ...storageMetadata?.annotations };
  const metadata = {
    name,
    namespace,
    labels: { ...labels, ...storageMetadata?.labels, ...workload.selectorLabels },
    ...(isFilled(allAnnotations) && { annotations: allAnnotations }),
  };
  const spec = withCanonicalQuantities("core/v1:PersistentVolumeClaimSpec", { accessModes: ["ReadWriteOnce"], ...storage });
  const immutable = immutableFields(spec, "spec");
  return {
    role: "claim",
    manifest: { apiVersion: "v1", kind: "PersistentVolumeClaim", metadata, spec },
    retainOnDelete: !removePvcAfterDelete,
    immutable,
    // Another value would replace the claim, and its data would be lost.
    ignoreChanges: Object.keys(immutable),
  };
}

/** Of a claim's spec only the size and the attributes of the volume can change: the other fields by their paths, as text. */
export function immutableFields(spec: PersistentVolumeClaimSpec, path: string): Record<string, string> {
  const { resources, volumeAttributesClassName: _, ...others } = spec;
  const fields = { ...others, ...(resources?.limits && { "resources.limits": resources.limits }) };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${path}.${field}`, JSON.stringify(value)]));
}
