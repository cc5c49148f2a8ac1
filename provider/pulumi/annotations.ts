import type { Manifest } from "../world/objects";

const skipAwait = "pulumi.com/skipAwait";

/** Tells the Kubernetes provider not to wait until an object is ready. */
export const unawaited = { [skipAwait]: "true" };

/** Tells the Kubernetes provider to apply an object even where others own its fields. */
const forced = { "pulumi.com/patchForce": "true" };

/**
 * The annotations for taking an object over. A Service that is there already is not waited for: while it waits, the provider may take the object
 * of before for the result, records it, and finds the same change again in the next run.
 */
export const adopting = ({ kind }: Manifest): Readonly<Record<string, string>> =>
  kind === "Service" ? { ...forced, ...unawaited } : forced;

const deletionPolicy = "pulumi.com/deletionPropagationPolicy";

/** Kinds with dependents that the provider, told not to wait, also deletes without waiting for the end. */
const unawaitedDeletions = ["Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicationController"];

/**
 * The annotations for the replacement of an object that the user does not want to wait for. By default an object stays until its pods are gone; the
 * provider would meanwhile apply the new one to it, and then the object goes with everything applied. Deleted in the background it goes at once.
 */
export function replaceable({ kind, metadata: { annotations = {} } }: Manifest): Readonly<Record<string, string>> {
  const isUnawaited = unawaitedDeletions.includes(kind) && annotations[skipAwait] === "true";
  return isUnawaited && annotations[deletionPolicy] === undefined ? { [deletionPolicy]: "background" } : {};
}

/** An object with further annotations. */
export function withAnnotations(manifest: Manifest, more: Readonly<Record<string, string>>): Manifest {
  if (Object.keys(more).length === 0) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, annotations: { ...manifest.metadata.annotations, ...more } } };
}
