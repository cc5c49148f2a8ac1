import type { types } from "@pulumi/kubernetes";
import { described, object, string } from "../schema/fields";
import { kubernetes } from "../schema/kubernetes-types";
import { embeddedMetadata } from "../schema/metadata";

/** A claim as it stands in the custom resources. */
export const claimSpec = kubernetes<types.input.core.v1.PersistentVolumeClaimSpec>(
  "core/v1:PersistentVolumeClaimSpec",
  "Size, storage class and so on of a volume claim. Access mode `ReadWriteOnce` by default.",
);

const claimTemplate = object("EmbeddedPersistentVolumeClaim", "A template for the volume claims of a StatefulSet.", {
  apiVersion: string("Version of the claim's type, `v1`. Passed on."),
  kind: string("The claim's type, `PersistentVolumeClaim`. Passed on."),
  metadata: described("Labels and annotations of the claims; most kinds take the name of the volume from here too.", embeddedMetadata),
  spec: claimSpec,
  status: kubernetes<types.input.core.v1.PersistentVolumeClaimStatus>(
    "core/v1:PersistentVolumeClaimStatus",
    "State of the claim, as exported manifests have it. Of no use in a template.",
  ),
});

/** The data volume of a StatefulSet. */
export const statefulStorage = object(
  "StorageSpec",
  "Where a StatefulSet keeps data: a claim of each pod, or a directory that goes with the pod.",
  {
    emptyDir: kubernetes<types.input.core.v1.EmptyDirVolumeSource>(
      "core/v1:EmptyDirVolumeSource",
      "A directory that is lost with the pod. It wins over `volumeClaimTemplate`.",
    ),
    volumeClaimTemplate: claimTemplate,
  },
);
