import type { Manifest } from "../world/objects";

/** Tells the Kubernetes provider to apply an object even where others own its fields. */
export const forced = { "pulumi.com/patchForce": "true" };

/** An object with further annotations. */
export function withAnnotations(manifest: Manifest, more: Readonly<Record<string, string>>): Manifest {
  if (Object.keys(more).length === 0) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...manifest.metadata.annotations, ...more } } };
}
