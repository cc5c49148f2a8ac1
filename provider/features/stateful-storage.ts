import type { types } from "@pulumi/kubernetes";
import type { z } from "zod";
import type { Context } from "../context";
import { described, object, string } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import { embeddedMetadata } from "../schema/metadata";
import { withCanonicalQuantities } from "../workload/canonical-quantities";
import type { PersistentVolumeClaim, Plain, Volume } from "../workload/plain";
import type { Workload } from "../workload/workload";

/** A claim as it stands in the custom resources. */
export const claimSpec = kubernetes<types.input.core.v1.PersistentVolumeClaimSpec>(
  "core/v1:PersistentVolumeClaimSpec",
  "Size, storage class and so on of a volume claim. Access mode `ReadWriteOnce` by default.",
);

const claimTemplate = object("EmbeddedPersistentVolumeClaim", "A template for the volume claims of a StatefulSet.", {
  apiVersion: string("Version of the claim's type, `v1`. Passed on."),
  kind: string("The claim's type, `PersistentVolumeClaim`. Passed on."),
  metadata: described("Labels and annotations of the claims; most kinds use its name for the volume too.", embeddedMetadata),
  spec: claimSpec,
  status: kubernetes<types.input.core.v1.PersistentVolumeClaimStatus>(
    "core/v1:PersistentVolumeClaimStatus",
    "State of the claim, as in exported manifests. No effect in a template.",
  ),
});

/** The data volume of a StatefulSet. */
export const statefulStorage = object(
  "StorageSpec",
  "Storage of a StatefulSet: a claim of each pod, or a directory that is deleted with the pod.",
  {
    emptyDir: kubernetes<types.input.core.v1.EmptyDirVolumeSource>(
      "core/v1:EmptyDirVolumeSource",
      "A directory that is lost with the pod. It wins over `volumeClaimTemplate`.",
    ),
    volumeClaimTemplate: claimTemplate,
  },
);

export type StatefulStorage = Plain<z.output<typeof statefulStorage>>;

/** The data storage of a StatefulSet's pods: a volume of each pod, or a template for claims, or neither if the user gives the volume. */
export interface DataStorage {
  readonly volumes: readonly Volume[];
  readonly claims: readonly PersistentVolumeClaim[];
}

/**
 * The data's storage, in a volume of the given name: without `storage` a directory that is deleted with the pod, unless the user gives a volume of
 * that name; with `storage` its setting, and a volume of the user of that name is an error. `field` is the name of the field with `storage`.
 */
export function dataStorage(
  workload: Workload,
  storage: StatefulStorage | undefined,
  name: string,
  field: string,
  { report }: Context,
): DataStorage {
  const { path, spec } = workload;
  const own = (spec.volumes ?? []).findIndex((volume) => volume.name === name);
  if (own >= 0 && storage) {
    report.error(
      `${path}.volumes[${own}].name`,
      `is ${JSON.stringify(name)}, and ${field} makes a volume of that name: leave one of them out`,
    );
  }
  if (own >= 0) return { volumes: [], claims: [] };
  if (!storage || storage.emptyDir) return { volumes: [{ name, emptyDir: storage?.emptyDir ?? {} }], claims: [] };
  if (storage.volumeClaimTemplate?.spec?.resources?.requests?.storage === undefined) {
    report.warning(
      `${path}.${field}`,
      "makes a claim without a storage size, which Kubernetes refuses: give a size in volumeClaimTemplate",
    );
  }
  return { volumes: [], claims: [claimOf(storage.volumeClaimTemplate, name)] };
}

function claimOf(template: StatefulStorage["volumeClaimTemplate"] = {}, name: string): PersistentVolumeClaim {
  const { metadata: { labels, annotations } = {}, spec } = template;
  const accessModes = spec?.accessModes?.length ? spec.accessModes : ["ReadWriteOnce"];
  const metadata = { name, ...(labels && { labels }), ...(annotations && { annotations }) };
  return asClaim({ ...template, metadata, spec: { ...spec, accessModes } } as PersistentVolumeClaim);
}

/** The further claims of `claimTemplates`, unchanged. */
export const furtherClaims = (templates: readonly PersistentVolumeClaim[] = []): PersistentVolumeClaim[] => templates.map(asClaim);

const asClaim = (claim: PersistentVolumeClaim): PersistentVolumeClaim => withCanonicalQuantities("core/v1:PersistentVolumeClaim", claim);
