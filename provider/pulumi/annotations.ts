import type { Manifest } from "../world/objects";

/** Tells the Kubernetes provider not to wait until an object is ready. */
export const unawaited = { "pulumi.com/skipAwait": "true" };

/** Tells the Kubernetes provider to apply an object even where others own its fields. */
const forced = { "pulumi.com/patchForce": "true" };

/**
 * The annotations for taking an object over. A Service that is there already is not waited for: while it waits, the provider may take the object
 * of before for the result, records it, and finds the same change again in the next run.
 */
export const adopting = ({ kind }: Manifest): Readonly<Record<string, string>> =>
  kind === "Service" ? { ...forced, ...unawaited } : forced;

/** An object with further annotations. */
export function withAnnotations(manifest: Manifest, more: Readonly<Record<string, string>>): Manifest {
  if (Object.keys(more).length === 0) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...manifest.metadata.annotations, ...more } } };
}
