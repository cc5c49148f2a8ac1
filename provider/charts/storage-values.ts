import { type Data, isEmpty } from "./plain-data";
import { fieldsOf, type Place, part, together, type Value, without } from "./value-table";

/** A persistent volume of a chart: whether it has one, its size, and its place in the container. */
interface Persistence {
  readonly enabled: boolean;
  readonly size: string;
  readonly mountPath?: string;
  readonly name?: string;
}

/** Storage of a program, which `by` makes into fields of its custom resource; undefined for the chart's directory that is lost with the pod. */
export const persistentVolume = (
  { enabled, size, mountPath = "", name = "" }: Persistence,
  by: (volume: StoredVolume, place: Place) => Data | undefined,
): Value =>
  together(
    {
      enabled: part(enabled),
      name: without(name, "names of claims follow from the component's name: see the guide for taking data over"),
      accessModes: part(["ReadWriteOnce"]),
      storageClassName: part(""),
      // The name in older versions of the charts.
      storageClass: part(""),
      volumeAttributesClassName: part(""),
      annotations: part({}),
      extraLabels: part({}),
      existingClaim: part(""),
      matchLabels: part({}),
      size: part(size),
      mountPath: without(mountPath, "the place in the container is the component's own: the volume holds the same files"),
      subPath: without(
        "",
        "the data is looked for at the top of the volume: move it there, or mount the volume yourself by volumes and volumeMounts",
      ),
    },
    (given, place) => by(storedVolume(given), place),
    { always: true },
  );

/** A volume of a program: a claim that is there, or the claim to be made. */
export type StoredVolume =
  | undefined
  | { readonly existing: string }
  | { readonly existing?: undefined; readonly claim: Data; readonly metadata: Data | undefined };

function storedVolume(given: Data): StoredVolume {
  const { enabled, existingClaim, annotations, extraLabels, accessModes, size, volumeAttributesClassName, matchLabels } = given;
  if (enabled !== true) return undefined;
  if (!isEmpty(existingClaim)) return { existing: String(existingClaim) };
  const className = isEmpty(given.storageClassName) ? given.storageClass : given.storageClassName;
  const claim = {
    ...fieldsOf({ accessModes, volumeAttributesClassName, selector: fieldsOf({ matchLabels }) }),
    // A dash is the chart's word for "no class at all".
    ...(!isEmpty(className) && { storageClassName: className === "-" ? "" : className }),
    resources: { requests: { storage: size } },
  };
  return { claim, metadata: fieldsOf({ labels: extraLabels, annotations }) };
}

/** A claim that each pod of a StatefulSet gets. */
export const claimTemplate = ({ claim, metadata }: { readonly claim: Data; readonly metadata: Data | undefined }): Data => ({
  volumeClaimTemplate: { ...(metadata && { metadata }), spec: claim },
});

/** A volume from a claim that is there. */
export const claimed = (name: string, claimName: string): Data => ({ volumes: [{ name, persistentVolumeClaim: { claimName } }] });

/** A directory that is lost with the pod, and its settings. */
export const emptyDirectory = (becomes?: Value["becomes"]): Value =>
  becomes
    ? { byDefault: {}, becomes }
    : { byDefault: {}, without: "the directory that is lost with the pod has no settings: give it as a volume of that name in volumes" };
